import PDFDocument from 'pdfkit';
import { drawable } from '../letters/drawable.ts';

type Inner = { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
const largest = 9;
const smallest = 5.5;

/** A page of the size of a signature's place that says who signed, its fonts with it; the letter shows it in that place. */
export const drawAppearance = (
  lines: readonly string[],
  { width, height }: { width: number; height: number },
  font: Buffer,
): Promise<Uint8Array> => {
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    font: font as unknown as string,
    pdfVersion: '1.7',
  });
  const chunks: Buffer[] = [];
  const made = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const { font: drawn } = (doc as unknown as Inner)._font;
  const text = drawable(lines.join('\n'), (code) => drawn.hasGlyphForCodePoint(code));
  const room = { width: width - 14, lineGap: 0.5 };
  let size = largest;
  while (size > smallest && doc.fontSize(size).heightOfString(text, room) > height - 6) size -= 0.5;
  doc
    .rect(0.5, 0.5, width - 1, height - 1)
    .lineWidth(0.75)
    .strokeColor('#5a6b7b')
    .stroke();
  doc.rect(0.5, 0.5, 3, height - 1).fill('#1d3a5f');
  const top = Math.max(3, (height - doc.fontSize(size).heightOfString(text, room)) / 2);
  doc.fillColor('#1b1b1b').text(text, 9, top, { ...room, height: height - top });
  doc.end();
  return made;
};
