import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Grey } from '../../../functions/documents/image/grey.ts';
import { openPdf } from '../../../functions/documents/source/pdf.adapter.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { type Defects, officeScanner, scan } from '../../support/scanner.ts';
import { fonts, type LaidPage, layOut } from './splitting-layout.ts';
import { parseLetters } from './splitting-source.ts';

export const dpi = 200;
const folder = join(import.meta.dirname, 'letters');
/** These were fed through a scanner that takes both sides: a sheet of an odd number of pages has an empty back. */
const duplex = ['pile-2', 'pile-6'];

/** `letter` counts the letters of the pile; null on an empty back. */
export type PilePage = { letter: number | null; laid: LaidPage };
export type Pile = { name: string; letters: string[]; pages: PilePage[] };

export const readPiles = (): Pile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.replace('.txt', '');
      const letters = parseLetters(readFileSync(join(folder, file), 'utf8'));
      const pages = letters.flatMap((letter, index) =>
        letter.parts.flatMap((part) => {
          const laid = layOut({ ...letter, parts: [part] });
          const backs = duplex.includes(name) && laid.length % 2 === 1 ? [emptyOf(laid[0] as LaidPage)] : [];
          return [
            ...laid.map((one) => ({ letter: index, laid: one })),
            ...backs.map((one) => ({ letter: null, laid: one })),
          ];
        }),
      );
      return { name, letters: letters.map((letter) => letter.name), pages };
    });

const emptyOf = (page: LaidPage): LaidPage => ({ ...page, lines: [], scribbles: [] });

/** A pile as it leaves the scanner; the worst pages are two thirds as bad again as an office scanner's. */
export async function scanPile(pile: Pile, seed: number): Promise<Grey[]> {
  const random = randomOf(seed);
  const pdf = await openPdf(
    await draw(
      pile.pages.map(({ laid }) => laid),
      random,
    ),
  );
  const scans: Grey[] = [];
  for (let page = 1; page <= pdf.pages; page++) {
    const clean = await pdf.draw(page, dpi);
    scans.push(await scan(clean, worse(officeScanner(random), random.next()), random));
  }
  pdf.close();
  return scans;
}

const worse = (defects: Defects, share: number): Defects => ({
  ...defects,
  rotation: defects.rotation * (1 + share),
  blur: defects.blur * (1 + share * 0.66),
  noise: defects.noise * (1 + share * 0.66),
});

export function draw(pages: readonly LaidPage[], random: Random): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (const { width, height, style, lines, scribbles } of pages) {
    doc.addPage({ size: [width, height], margin: 0 });
    for (const { text, x, y, size, bold } of lines)
      doc
        .font(fonts[style.font][bold ? 1 : 0])
        .fontSize(size)
        .text(text, x, y, { lineBreak: false });
    for (const one of scribbles)
      one.kind === 'photo' ? photograph(doc, one, random) : handwrite(doc, one, random);
  }
  doc.end();
  return done;
}

type Area = { x: number; y: number; width: number; height: number };

/** Blots of grey, none of them a letter. */
function photograph(doc: PDFKit.PDFDocument, { x, y, width, height }: Area, random: Random): void {
  doc.save().rect(x, y, width, height).clip().rect(x, y, width, height).fill('#c8c8c8');
  for (let blot = 0; blot < 14; blot++) {
    const grey = Math.floor(random.between(70, 230)).toString(16);
    doc
      .ellipse(
        x + random.next() * width,
        y + random.next() * height,
        random.between(20, 120),
        random.between(15, 70),
      )
      .fill(`#${grey}${grey}${grey}`);
  }
  doc.restore();
}

/** Loops along lines, as unreadable as hurried handwriting is to a reader of print. */
function handwrite(doc: PDFKit.PDFDocument, { x, y, width, height }: Area, random: Random): void {
  for (let line = 18; line < height; line += 26) {
    let at = x + random.between(0, 14);
    while (at < x + width - 40) {
      const end = at + random.between(14, 60);
      doc.moveTo(at, y + line);
      for (; at < end; at += random.between(3, 6)) {
        const [up, down] = [random.between(4, 15), random.between(-6, 4)];
        doc.bezierCurveTo(at + 1, y + line - up, at + 5, y + line - up / 2, at + 4, y + line - down);
      }
      doc.lineWidth(random.between(0.8, 1.3)).stroke('#333333');
      at = end + random.between(6, 11);
    }
  }
}
