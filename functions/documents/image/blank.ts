import type { Grey } from './grey.ts';
import type { Ink } from './ink.ts';

/** Share of ink under which nobody wrote anything: at 200 dpi, less than four letters. */
const leastInk = 0.000_15;
/** Punch holes, staples and the scanner's shadow lie within this share of the page from its edges. */
const border = 0.07;

/** Whether nothing stands on a page that was flattened and despeckled. A doubt counts as written on. */
export function isBlank({ width, height, data }: Grey, { ink, below }: Ink): boolean {
  const inkBelow = (ink + below) / 2;
  const left = Math.round(width * border);
  const top = Math.round(height * border);
  const most = (width - 2 * left) * (height - 2 * top) * leastInk;
  let dark = 0;
  for (let y = top; y < height - top; y++)
    for (let x = left; x < width - left; x++)
      if ((data[y * width + x] as number) < inkBelow && ++dark > most) return false;
  return true;
}
