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

/** A page two thirds as large: four pixels for each nine, each of the mean of what it covers. */
export function twoThirds(page: Grey): Grey {
  const { data } = page;
  const [columns, rows] = [Math.floor(page.width / 3), Math.floor(page.height / 3)];
  const width = columns * 2;
  const small = new Uint8Array(width * rows * 2);
  for (let row = 0; row < rows; row++) {
    let from = row * 3 * page.width;
    let to = row * 2 * width;
    for (let column = 0; column < columns; column++, from += 3, to += 2) {
      const middle = from + page.width;
      const last = middle + page.width;
      const centre = data[middle + 1] as number;
      const [top, bottom] = [data[from + 1] as number, data[last + 1] as number];
      const [left, right] = [data[middle] as number, data[middle + 2] as number];
      small[to] = ((data[from] as number) * 4 + (top + left) * 2 + centre) / 9;
      small[to + 1] = ((data[from + 2] as number) * 4 + (top + right) * 2 + centre) / 9;
      small[to + width] = ((data[last] as number) * 4 + (bottom + left) * 2 + centre) / 9;
      small[to + width + 1] = ((data[last + 2] as number) * 4 + (bottom + right) * 2 + centre) / 9;
    }
  }
  return { width, height: rows * 2, data: small };
}
