import type { Grey } from './grey.ts';

/** Edges weaker than this are paper and noise. */
const edge = 70;
/** Of the edges of print, at most half run one way; of bars, nearly all do. */
const leastAligned = 0.6;
/** Finders look along rows and columns: so much askew they still see bars that are high enough. */
const harmless = 12;

/**
 * By how many degrees bars that lie askew on an otherwise nearly empty page have to be turned back to stand upright; null
 * when the edges of the page do not run one way, or run straight.
 */
export function slantOfBars({ width, height, data }: Grey): number | null {
  let [across, down, both, count] = [0, 0, 0, 0];
  for (let y = 1; y < height - 1; y += 2)
    for (let x = 1; x < width - 1; x += 2) {
      const at = y * width + x;
      const dx = (data[at + 1] as number) - (data[at - 1] as number);
      const dy = (data[at + width] as number) - (data[at - width] as number);
      const strength = dx * dx + dy * dy;
      if (strength < edge * edge) continue;
      across += dx * dx;
      down += dy * dy;
      both += dx * dy;
      count++;
    }
  if (count < 500) return null;
  const aligned = Math.hypot(across - down, 2 * both) / (across + down);
  if (aligned < leastAligned) return null;
  const degrees = (Math.atan2(2 * both, across - down) * 90) / Math.PI;
  const askew = Math.abs(degrees) % 90;
  return Math.min(askew, 90 - askew) < harmless ? null : degrees;
}
