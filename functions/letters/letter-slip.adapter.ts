import { margins, sheet } from './envelope.ts';
import type { ReturnSlip } from './letter.ts';
import { dayInWords } from './messages/fr.ts';
import { slip as words } from './messages/paper-fr.ts';
import { grey, keepTogether, write, writeList } from './pdf-blocks.adapter.ts';
import { codePicture, figure } from './shapes.adapter.ts';
import { artifact, mm, type Opened } from './tagged-pdf.adapter.ts';

const column = { x: 20, width: 92 };
const toTheRight = { x: 120, width: 46 };
const code = 22;

/** The slip at the foot of the last page, under the line where it is cut. */
export const drawSlip = (opened: Opened, reference: string, slip: ReturnSlip): void => {
  const { doc, drawable } = opened;
  doc.font('regular').fontSize(10);
  const rows = slip.documents.map((one) =>
    doc.heightOfString(drawable(one), { width: mm(column.width - 7) }),
  );
  const height = Math.max(mm(52), mm(30) + rows.reduce((sum, row) => sum + row + mm(0.8), 0));
  keepTogether(doc, height + mm(6));
  const top = (doc.page.height - mm(margins.bottom) - height) / mm(1);
  artifact(doc, 'Layout', () => {
    doc.lineWidth(0.7).strokeColor('#6b6b6b').dash(4, { space: 3 });
    doc
      .moveTo(mm(8), mm(top))
      .lineTo(mm(sheet.width - 8), mm(top))
      .stroke()
      .undash();
  });
  const section = doc.struct('Sect');
  opened.root.add(section);
  const into = section;
  write(opened, words.cut, { into, size: 8.5, colour: grey, y: top + 1, after: 1.5 });
  write(opened, words.title, { into, tag: 'H2', bold: true, size: 13, ...column, after: 0.4 });
  write(opened, words.reference(reference), { into, ...column, bold: true, size: 10, after: 1.6 });
  write(opened, words.documents, { into, ...column, size: 10, after: 0.8 });
  writeList(opened, slip.documents, { into, ...column, size: 10, label: () => '☐', indentBy: 7, after: 1 });
  if (slip.until)
    write(opened, words.until(dayInWords(slip.until)), { into, ...column, size: 10, bold: true, after: 0 });
  const box = { x: 168, y: top + 6, width: code, height: code };
  figure(opened, codePicture(slip.qr), { into, box, alt: words.codeAlt(reference) });
  write(opened, words.address, { into, ...toTheRight, size: 9, colour: grey, y: top + 7, after: 0.4 });
  write(opened, slip.address.join('\n'), { into, ...toTheRight, size: 10, after: 0 });
  section.end();
};
