import type { Grey } from './grey.ts';

/** What is dark on a page: `ink` is the light of what is written, `below` divides it from paper. */
export type Ink = { ink: number; below: number };

/** Dark on a page where nothing stands out enough to be writing: what could be a pencil stroke at most. */
const nothing: Ink = { ink: 60, below: 150 };
/** Less contrast than this is the other side shining through, or grain. */
const leastContrast = 42;

/**
 * The ink of a flattened page, however pale, by the level that divides its light best into two (Otsu 1979). Dust is
 * darker than pale ink but rare, so that it moves the level little.
 */
export function inkOf({ data }: Grey): Ink {
  const counts = new Float64Array(256);
  for (let index = 0; index < data.length; index += 3) {
    const light = data[index] as number;
    counts[light] = (counts[light] as number) + 1;
  }
  let total = 0;
  let sum = 0;
  for (let light = 0; light < 256; light++) {
    total += counts[light] as number;
    sum += light * (counts[light] as number);
  }
  let best = -1;
  let found = nothing;
  let darker = 0;
  let darkerSum = 0;
  for (let light = 0; light < 255; light++) {
    darker += counts[light] as number;
    darkerSum += light * (counts[light] as number);
    if (darker === 0 || darker === total) continue;
    const ink = darkerSum / darker;
    const paper = (sum - darkerSum) / (total - darker);
    const between = darker * (total - darker) * (paper - ink) ** 2;
    if (between <= best) continue;
    best = between;
    found = paper - ink >= leastContrast ? { ink, below: Math.round(ink + (paper - ink) * 0.55) } : nothing;
  }
  return found;
}
