import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Barcode } from '../splitting/separator.ts';
import type { Grey } from './grey.ts';
import { reduce } from './image.adapter.ts';

let isPrepared = false;
/** Without its own bytes at hand the package would fetch them from a content network. */
function prepare(): void {
  if (isPrepared) return;
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(path)).buffer } });
  isPrepared = true;
}

/** At this resolution every sheet was found, at half the time of the full page. */
const searchDpi = 150;

/** Codes of the kinds that separator sheets carry, wherever and however turned they stand on a page. */
export async function findBarcodes(page: Grey, dpi: number): Promise<Barcode[]> {
  prepare();
  const { width, height, data } = await reduce(page, dpi, searchDpi);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index++)
    pixels.fill(data[index] as number, index * 4, index * 4 + 3);
  for (let index = 3; index < pixels.length; index += 4) pixels[index] = 255;
  const found = await readBarcodes({ width, height, data: pixels, colorSpace: 'srgb' } as ImageData, {
    formats: ['QRCode', 'Code128', 'Code39'],
    tryHarder: true,
    maxNumberOfSymbols: 8,
  });
  return found.filter((code) => code.isValid).map(({ format, text }) => ({ format, text }));
}
