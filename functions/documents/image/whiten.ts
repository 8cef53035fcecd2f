import type { Grey } from './grey.ts';

/** Lighter than this, on a flattened page, is paper and its grain (tried from 190 to 220 on grainy pages of two lines). */
const paper = 215;

/**
 * A flattened page with its grain smoothed away and its paper white. A reader takes the grain around a few lines for a picture
 * and finds no line at all; pale thin strokes lose by it, so that it is for pages of which nothing was read.
 */
export function whitened({ width, height, data }: Grey): Grey {
  const across = new Uint16Array(data.length);
  const smooth = new Uint8Array(data.length).fill(255);
  for (let at = 1; at < data.length - 1; at++)
    across[at] = (data[at - 1] as number) + 2 * (data[at] as number) + (data[at + 1] as number);
  for (let at = width; at < data.length - width; at++) {
    const sum = (across[at - width] as number) + 2 * (across[at] as number) + (across[at + width] as number);
    const light = sum >> 4;
    if (light < paper) smooth[at] = light;
  }
  return { width, height, data: smooth };
}
