import PDFDocument from 'pdfkit';
import { drawable } from './win-ansi.ts';

/** PDF measures in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
type Tag = 'H1' | 'H2' | 'P' | 'LI';
export type Place = { x: number; y: number; width: number };
export type Style = {
  tag?: Tag;
  size?: number;
  bold?: boolean;
  after?: number;
  at?: Place;
  align?: 'left' | 'right';
};
export type Page = { write(text: string, style?: Style): void; room(height: number): void };

const margins = { top: mm(20), bottom: mm(25), left: mm(20), right: mm(20) };
const letterGrey = '#333333';

/**
 * A tagged A4 document in French, with its title, its structure in reading order and its page numbers as artifacts, so that a
 * screen reader says what the paper shows.
 */
export const pdf = (
  title: string,
  author: string,
  footer: (page: number, pages: number) => string,
  compose: (page: Page) => void,
): Promise<Uint8Array> => {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    pdfVersion: '1.7',
    bufferPages: true,
    info: { Title: drawable(title), Author: drawable(author) },
  });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  compose({
    write(text, { tag = 'P', size = 11, bold = false, after = 0.6, at, align = 'left' } = {}) {
      if (tag === 'H2') doc.moveDown(0.6);
      const draw = () => {
        doc
          .font(bold ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(size)
          .fillColor('black');
        const options = { align, lineGap: 2, width: at?.width };
        if (at) doc.text(drawable(text), at.x, at.y, options);
        else doc.text(drawable(text), margins.left, undefined, options);
      };
      root.add(doc.struct(tag, {}, draw));
      if (after) doc.moveDown(after);
    },
    room(height) {
      if (doc.y + height > doc.page.height - margins.bottom) doc.addPage();
    },
  });
  root.end();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('Helvetica').fontSize(9).fillColor(letterGrey);
    doc.text(drawable(footer(page + 1, count)), margins.left, doc.page.height - mm(15), { lineBreak: false });
    doc.endMarkedContent();
  }
  doc.end();
  return bytes;
};
