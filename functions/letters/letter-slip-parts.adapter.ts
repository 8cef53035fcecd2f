import { margins, sheet } from './envelope.ts';
import type { PrintedCode, ReturnSlip } from './letter.ts';
import { slip as words } from './messages/paper-fr.ts';
import { grey, write } from './pdf-blocks.adapter.ts';
import { cutLine, figure, ownCodePicture } from './shapes.adapter.ts';
import { mm, type Opened, type Struct } from './tagged-pdf.adapter.ts';

const code = 20;
const height = 27;
const columns = [14, 109] as const;
const width = 87;
/** Of a label: what is longer is said by its beginning; the code says which it is. */
const longest = 90;

const headHeight = 14;
/** Room that so many parts take, in millimetres. */
export const partsHeight = (parts: number): number =>
  parts === 0 ? 0 : headHeight + Math.ceil(parts / columns.length) * height;

/** Two in a row, each to be cut out and laid on its document: its own code, what it is, and whose. */
export const drawParts = (
  opened: Opened,
  reference: string,
  { documents, parts, from = [] }: ReturnSlip & { parts: readonly PrintedCode[] },
): void => {
  const { doc } = opened;
  const section = doc.struct('Sect');
  opened.root.add(section);
  const startPage = (needed: number) => {
    if (doc.y + mm(needed) > doc.page.height - mm(margins.bottom)) doc.addPage();
  };
  startPage(height + headHeight);
  doc.y += mm(3);
  write(opened, words.parts, { into: section, tag: 'H2', bold: true, size: 11, after: 0.4 });
  write(opened, words.partsHow, { into: section, size: 8.5, colour: grey, after: 2 });
  for (let first = 0; first < parts.length; first += columns.length) {
    startPage(height + 1);
    const top = doc.y / mm(1);
    cutLine(doc, { x: 8, y: top }, { x: sheet.width - 8, y: top });
    cutLine(doc, { x: sheet.width / 2, y: top }, { x: sheet.width / 2, y: top + height });
    columns.forEach((x, column) => {
      const part = parts[first + column];
      const label = documents[first + column] ?? '';
      if (part) drawPart(opened, section, { x, top, part, label, reference, name: from[0] });
    });
    doc.y = mm(top + height);
  }
  const end = doc.y / mm(1);
  cutLine(doc, { x: 8, y: end }, { x: sheet.width - 8, y: end });
  section.end();
};

type Part = {
  x: number;
  top: number;
  part: PrintedCode;
  label: string;
  reference: string;
  name: string | undefined;
};
const drawPart = (opened: Opened, into: Struct, given: Part): void => {
  const { x, top, part, label, reference, name } = given;
  const short = label.length > longest ? `${label.slice(0, longest).trimEnd()}…` : label;
  const box = { x, y: top + 3.5, width: code, height: code };
  figure(opened, ownCodePicture(part.qr), { into, box, alt: words.partAlt(short) });
  const text = { into, x: x + code + 3, width: width - code - 3, size: 8.5, after: 0.4 };
  write(opened, short, { ...text, y: top + 3, bold: true });
  write(opened, [words.reference(reference), ...(name ? [name] : [])].join('\n'), text);
  write(opened, words.code(part.short), { ...text, bold: true, after: 0 });
};
