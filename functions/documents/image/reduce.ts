import type { Grey } from './grey.ts';

/** A page made smaller by a whole number, each pixel the mean of those it stands for; a rest at the edges is left out. */
export function reduceBy(page: Grey, by: number): Grey {
  if (by <= 1) return page;
  const { data } = page;
  const width = Math.max(1, Math.floor(page.width / by));
  const height = Math.max(1, Math.floor(page.height / by));
  const small = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const down = Math.min(by, page.height);
  const across = Math.min(by, page.width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = 0; row < down; row++)
      for (let x = 0, from = (y * by + row) * page.width; x < width; x++) {
        let sum = 0;
        for (let until = from + across; from < until; from++) sum += data[from] as number;
        sums[x] = (sums[x] as number) + sum;
      }
    for (let x = 0; x < width; x++) small[y * width + x] = (sums[x] as number) / (down * across);
  }
  return { width, height, data: small };
}
