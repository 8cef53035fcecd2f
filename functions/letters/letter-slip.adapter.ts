import { margins, sheet } from './envelope.ts';
import type { ReturnSlip } from './letter.ts';
import { drawParts, partsHeight } from './letter-slip-parts.adapter.ts';
import { dayInWords } from './messages/fr.ts';
import { slip as words } from './messages/paper-fr.ts';
import { grey, keepTogether, write, writeList } from './pdf-blocks.adapter.ts';
import { cutLine, figure, ownCodePicture } from './shapes.adapter.ts';
import { mm, type Opened } from './tagged-pdf.adapter.ts';

const column = { x: 20, width: 92 };
const toTheRight = { x: 120, width: 46 };
const code = 24;

/** The slip at the foot of the last page, under the line where it is cut, and the parts that go on single documents. */
export const drawSlip = (opened: Opened, reference: string, slip: ReturnSlip): void => {
  const { doc, drawable } = opened;
  doc.font('regular').fontSize(10);
  const heightOf = (text: string, width: number) => doc.heightOfString(drawable(text), { width: mm(width) });
  const rows = slip.documents.map((one) => heightOf(one, column.width - 7));
  const from = slip.from?.length ? words.from(slip.from) : null;
  const orSay = slip.short ? words.orSay(slip.short) : null;
  const said = [from, orSay].map((text) => (text ? heightOf(text, column.width) + mm(1.6) : 0));
  const head = mm(32) + said.reduce((sum, one) => sum + one, 0);
  const height = Math.max(mm(54), head + rows.reduce((sum, row) => sum + row + mm(0.8), 0));
  const whole = height + mm(partsHeight(slip.parts?.length ?? 0));
  // On one page when one holds it: whoever sends the slip whole sends one sheet.
  keepTogether(
    doc,
    mm(6) + (whole + mm(6) < mm(sheet.height - margins.top - margins.bottom) ? whole : height),
  );
  const isLast = !slip.parts?.length;
  const top = isLast ? (doc.page.height - mm(margins.bottom) - height) / mm(1) : doc.y / mm(1) + 4;
  cutLine(doc, { x: 8, y: top }, { x: sheet.width - 8, y: top });
  const section = doc.struct('Sect');
  opened.root.add(section);
  const into = section;
  write(opened, words.cut, { into, size: 8.5, colour: grey, y: top + 1, after: 1.5 });
  write(opened, words.title, { into, tag: 'H2', bold: true, size: 13, ...column, after: 0.4 });
  write(opened, words.reference(reference), { into, ...column, bold: true, size: 10, after: 1 });
  if (from) write(opened, from, { into, ...column, size: 10, after: 1.6 });
  write(opened, words.documents, { into, ...column, size: 10, after: 0.8 });
  writeList(opened, slip.documents, { into, ...column, size: 10, label: () => '☐', indentBy: 7, after: 1 });
  if (slip.until)
    write(opened, words.until(dayInWords(slip.until)), { into, ...column, size: 10, bold: true, after: 1 });
  // Said twice: one of them is read when a stain lies on the other and on the code above it.
  if (slip.short)
    write(opened, words.orSay(slip.short), { into, ...column, size: 9, colour: grey, after: 0 });
  const end = doc.y;
  const box = { x: 166, y: top + 6, width: code, height: code };
  figure(opened, ownCodePicture(slip.qr), { into, box, alt: words.codeAlt(reference) });
  const under = { into, x: 150, width: 40, y: box.y + code + 1, align: 'right' } as const;
  if (slip.short) write(opened, words.code(slip.short), { ...under, size: 8.5, bold: true, after: 0 });
  write(opened, words.address, { into, ...toTheRight, size: 9, colour: grey, y: top + 7, after: 0.4 });
  write(opened, slip.address.join('\n'), { into, ...toTheRight, width: 42, size: 10, after: 0 });
  section.end();
  doc.y = Math.max(end, mm(top) + height);
  if (slip.parts?.length) drawParts(opened, reference, { ...slip, parts: slip.parts });
};
