import type { Grey } from './grey.ts';

const tile = 32;
/** Where the paper shows: most pixels of a tile of text are paper, so this share of them is darker than it. */
const paperShare = 0.7;
/** What is darker than this share of the lightest paper is no paper in shadow: a border, a lid left open, a photograph. */
const darkestPaper = 0.25;
/** Light that paper is brought to: the grain above it is kept from being cut off. */
const white = 250;

/**
 * Divides a page by its own paper, so that a shadow, a fold or yellowed paper becomes white and ink stays dark. Comes
 * before despeckling and before turning the page straight: interpolation would blur specks past their size limit. A page
 * that is white all over already (one bit, or drawn by a computer) is answered as it is.
 */
export function flatten(page: Grey): Grey {
  const { width, height, data } = page;
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const found = paperOf(page, columns, rows);
  const lightest = found.reduce((most, light) => Math.max(most, light), 0);
  const floor = Math.max(24, lightest * darkestPaper);
  const paper = around(around(found, columns, rows, 'max'), columns, rows, 'mean').map((light) =>
    Math.max(light, floor),
  );
  if (paper.every((light) => light >= white)) return page;
  const flat = new Uint8Array(data.length);
  const gains = new Float64Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const rowAt = Math.min(Math.max((y + 0.5) / tile - 0.5, 0), rows - 1);
    const upper = Math.floor(rowAt) * columns;
    const lower = Math.min(Math.floor(rowAt) + 1, rows - 1) * columns;
    const down = rowAt - Math.floor(rowAt);
    for (let column = 0; column < columns; column++)
      gains[column] = white / (at(paper, upper + column) * (1 - down) + at(paper, lower + column) * down);
    gains[columns] = at(gains, columns - 1);
    brighten(data, flat, gains, y * width, width);
  }
  return { width, height, data: flat };
}

/** One row, by gains given for the middles of tiles; 16 bits behind the point are finer than the eye of any reader. */
function brighten(
  data: Uint8Array,
  flat: Uint8Array,
  gains: Float64Array,
  from: number,
  width: number,
): void {
  const middle = tile / 2;
  for (let x = 0; x < width; ) {
    const column = Math.max(0, Math.floor((x - middle) / tile));
    const first = at(gains, column);
    const until = Math.min(width, x < middle ? middle : (column + 1) * tile + middle);
    const slope = x < middle ? 0 : (at(gains, column + 1) - first) / tile;
    let gain = Math.round((first + (x < middle ? 0 : (x - middle - column * tile + 0.5) * slope)) * 65_536);
    const step = Math.round(slope * 65_536);
    for (; x < until; x++, gain += step) {
      const light = (at(data, from + x) * gain) >>> 16;
      flat[from + x] = Math.min(light, 255);
    }
  }
}

const at = (values: ArrayLike<number>, index: number) => values[index] as number;

/** Light of the paper, tile by tile; every other pixel tells enough. */
function paperOf({ width, height, data }: Grey, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const right = Math.min((column + 1) * tile, width);
      const bottom = Math.min((row + 1) * tile, height);
      let total = 0;
      for (let y = row * tile; y < bottom; y += 2)
        for (let index = y * width + column * tile, end = y * width + right; index < end; index += 2) {
          const found = at(data, index);
          counts[found] = at(counts, found) + 1;
          total++;
        }
      let light = 0;
      for (let seen = at(counts, 0); seen < total * paperShare && light < 255; seen += at(counts, light))
        light++;
      paper[row * columns + column] = light;
    }
  return paper;
}

/** The greatest or the mean of the 5 × 5 tiles around each: a photograph must not pass for dark paper. */
function around(values: Float32Array, columns: number, rows: number, how: 'max' | 'mean'): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      let count = 0;
      let most = 0;
      for (let y = Math.max(0, row - 2); y <= Math.min(rows - 1, row + 2); y++)
        for (let x = Math.max(0, column - 2); x <= Math.min(columns - 1, column + 2); x++) {
          const value = at(values, y * columns + x);
          sum += value;
          count++;
          if (value > most) most = value;
        }
      result[row * columns + column] = how === 'max' ? most : sum / count;
    }
  return result;
}
