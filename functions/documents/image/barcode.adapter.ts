import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Barcode } from '../splitting/separator.ts';
import { slantOfBars } from './bars.ts';
import type { Grey } from './grey.ts';
import { turn } from './image.adapter.ts';
import { reduceBy } from './reduce.ts';

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

/**
 * Codes of the kinds that separator sheets carry, wherever and however turned they stand on a page. Bars that lie far askew
 * are looked for a second time, upright: only a page whose edges nearly all run one way costs that.
 */
export async function findBarcodes(page: Grey, dpi: number): Promise<Barcode[]> {
  prepare();
  const reduced = reduceBy(page, Math.max(1, Math.floor((dpi * 1.05) / searchDpi)));
  const found = await search(reduced);
  if (found.length > 0) return found;
  const slant = slantOfBars(reduced);
  return slant === null ? found : search(await turn(reduced, -slant));
}

async function search({ width, height, data }: Grey): Promise<Barcode[]> {
  const pixels = new Uint32Array(width * height);
  for (let index = 0; index < data.length; index++)
    pixels[index] = ((data[index] as number) * 0x01_01_01) | 0xff_00_00_00;
  const picture = { width, height, data: new Uint8ClampedArray(pixels.buffer), colorSpace: 'srgb' };
  const found = await readBarcodes(picture as ImageData, {
    formats: ['QRCode', 'Code128', 'Code39'],
    tryHarder: true,
    // Sheets are black on white: looking for the reverse as well would cost as much again.
    tryInvert: false,
    maxNumberOfSymbols: 8,
  });
  return found.filter((code) => code.isValid).map(({ format, text }) => ({ format, text }));
}
