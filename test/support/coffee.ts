import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Grey } from '../../functions/documents/image/grey.ts';

/** Pages of a PDF as an office scanner gives them, grey. */
export async function scannedPages(pdf: Uint8Array, dpi: number): Promise<Grey[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Buffer.from(pdf));
  const pages: Grey[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({
      scale: dpi / 72,
      render: ({ data, width, height }) =>
        sharp(data, { raw: { width, height, channels: 4 } })
          .flatten({ background: 'white' })
          .grayscale()
          .raw()
          .toBuffer(),
    });
    pages.push({ width, height, data: new Uint8Array(data) });
  }
  document.destroy();
  return pages;
}

/** What becomes of each dot, from its place in millimetres. */
const each = ({ width, height, data }: Grey, dpi: number, change: (x: number, y: number) => number): Grey => {
  const out = new Uint8Array(data.length);
  const millimetre = dpi / 25.4;
  for (let index = 0; index < data.length; index += 1) {
    const light = change((index % width) / millimetre, Math.floor(index / width) / millimetre);
    out[index] = Math.max(0, Math.min(255, Math.round((data[index] ?? 0) * light)));
  }
  return { width, height, data: out };
};

/** The ring that a cup left, with a puddle inside: brown, and the ink shows through. */
export const withCoffee = (
  page: Grey,
  dpi: number,
  { x: left, y: top, radius }: { x: number; y: number; radius: number },
): Grey =>
  each(page, dpi, (x, y) => {
    const far = Math.hypot(x - left, y - top);
    const wobble = Math.sin(Math.atan2(y - top, x - left) * 5) * 0.8;
    if (Math.abs(far - radius + wobble) < 1.6) return 0.52;
    return far < radius ? 0.82 : 1;
  });

/** Folded in three and opened again: the ink cracked along the folds, with a shadow beside. */
export const creased = (page: Grey, dpi: number, at: readonly number[]): Grey =>
  each(page, dpi, (x, y) => {
    const near = Math.min(...at.map((fold) => Math.abs(y - fold - Math.sin(x / 30) * 0.3)));
    return near < 0.25 ? 1.9 : near < 2.5 ? 0.86 : 1;
  });

/** Laid the other way round, or askew. */
export async function turnedBy({ width, height, data }: Grey, degrees: number): Promise<Grey> {
  const made = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(degrees, { background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: made.info.width, height: made.info.height, data: new Uint8Array(made.data) };
}
