import sharp from 'sharp';
import { largestSide } from '../source/limits.ts';
import type { Grey } from './grey.ts';
import { tilt } from './tilt.ts';

// One page at a time: the workers of libvips and its cache would only add memory.
sharp.concurrency(1);
sharp.cache(false);

export type ImageSize = { pages: number; width: number; height: number; dpi: number };
const highestShown = 2_000;
/** Finer scans read no better and take longer. A sheet of A3 at this resolution is as large as a page may be. */
const highestDpi = 300;
const highestRead = 5_000;
const limitInputPixels = largestSide * largestSide;
const raw = ({ width, height }: Grey) => ({ raw: { width, height, channels: 1 as const } });

/** Pages and size of a picture by its header alone; throws on a damaged one. */
export async function measureImage(bytes: Uint8Array, page = 0): Promise<ImageSize> {
  const found = await sharp(bytes, { limitInputPixels: false, page, failOn: 'error' }).metadata();
  return { pages: found.pages ?? 1, width: found.width, height: found.height, dpi: found.density ?? 0 };
}

/**
 * One page of a JPEG, PNG or TIFF, turned as its camera says, in grey, at 300 dpi or less; throws on a damaged one.
 * @param dpi the resolution it was scanned with
 */
export async function readImage(
  bytes: Uint8Array,
  page: number,
  dpi: number,
): Promise<{ grey: Grey; dpi: number }> {
  const picture = sharp(bytes, { limitInputPixels, page, failOn: 'error' });
  const { width, height } = await picture.metadata();
  const share = Math.min(1, highestDpi / dpi, highestRead / Math.max(width, height));
  const side = Math.max(1, Math.round(Math.max(width, height) * share));
  const { data, info } = await picture
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ height: side, width: side, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const grey = { width: info.width, height: info.height, data: oneChannel(data, info.channels) };
  return { grey, dpi: dpi * share };
}

/** Turns a page by some degrees clockwise; what appears in the corners is white. */
export async function turn(page: Grey, degrees: number): Promise<Grey> {
  if (degrees === 0) return page;
  if (degrees % 90 !== 0) return tilt(page, degrees);
  const turned = sharp(page.data, raw(page)).rotate(degrees);
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: oneChannel(data, info.channels) };
}

/** What people look at: WebP, at most 2,000 px high. */
export async function shownImage(page: Grey): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(page.data, raw(page))
    .resize({ height: highestShown, width: highestShown, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70, effort: 2 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** What the reader reads: JPEG that says its resolution, without which tables are misread. */
export const readingImage = (page: Grey, dpi: number): Promise<Uint8Array> =>
  sharp(page.data, raw(page)).withMetadata({ density: dpi }).jpeg({ quality: 88 }).toBuffer();

/** Turns a stored picture by a quarter, a half or three quarters, in its own format. */
export const turnStored = (bytes: Uint8Array, degrees: number): Promise<Uint8Array> =>
  sharp(bytes).rotate(degrees).keepMetadata().toBuffer();

/** A picture as JPEG, for a PDF. */
export const asJpeg = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes).jpeg({ quality: 75 }).toBuffer();

function oneChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  return Uint8Array.from({ length: data.length / channels }, (_, index) => data[index * channels] as number);
}
