import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import type { LetterPlan } from './letter-pdf.ts';
import { letterPdf, patchPdf } from './letter-pdf.ts';
import { type Random, randomOf } from './random.ts';
import { asJpeg, type Defects, officeScanner, scan } from './scanner.ts';

export type BatchOptions = {
  seed: number;
  /** How many letters, or which ones of letters.json. */
  letters: number | number[];
  separators?: boolean;
  dpi?: number;
  defects?: (random: Random) => Defects;
};
/** `letter` is the index in the plan; separators and nothing else have none. */
export type BatchSheet = { jpeg: Buffer; grey: Grey; letter: number | null };
export type MadeBatch = { sheets: BatchSheet[]; plans: LetterPlan[]; dpi: number };

/** Pages of letters as they leave a scanner, in order; the same options give the same bytes. */
export async function makeBatch(options: BatchOptions): Promise<MadeBatch> {
  const { seed, separators = true, dpi = 200, defects = officeScanner } = options;
  const random = randomOf(seed);
  const first = Math.floor(random.next() * 12);
  const chosen =
    typeof options.letters === 'number'
      ? Array.from({ length: options.letters }, (_, index) => first + index)
      : options.letters;
  const sheets: BatchSheet[] = [];
  const plans: LetterPlan[] = [];
  const through = async (pdf: Buffer, letter: number | null) => {
    const opened = await openPdf(pdf);
    for (let page = 1; page <= opened.pages; page++) {
      const found = defects(random);
      const grey = await scan(await opened.draw(page, dpi), found, random);
      sheets.push({ jpeg: await asJpeg(grey, found.quality, dpi), grey, letter });
    }
    opened.close();
  };
  for (const [position, index] of chosen.entries()) {
    if (separators && position > 0) await through(await patchPdf(), null);
    const { pdf, plan } = await letterPdf(index, random);
    plans.push(plan);
    await through(pdf, position);
  }
  return { sheets, plans, dpi };
}

/** One PDF of pictures, as most scanners send it. */
export function batchPdf({ sheets, dpi }: MadeBatch): Promise<Buffer> {
  const info = { CreationDate: new Date(0), ModDate: new Date(0) };
  const doc = new PDFDocument({ autoFirstPage: false, info });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  for (const { jpeg, grey } of sheets) {
    const size: [number, number] = [(grey.width * 72) / dpi, (grey.height * 72) / dpi];
    doc.addPage({ size, margin: 0 }).image(jpeg, 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  return done;
}

/** One TIFF of several pages; all must have one size. */
export function batchTiff({ sheets, dpi }: MadeBatch): Promise<Buffer> {
  return sharp(
    sheets.map((sheet) => sheet.jpeg),
    { join: { animated: true } },
  )
    .toColourspace('b-w')
    .withMetadata({ density: dpi })
    .tiff({ compression: 'jpeg', quality: 60 })
    .toBuffer();
}
