import type { Grey } from './grey.ts';

const tile = 32;
/** Where the paper shows: most pixels of a tile of text are paper, so this share of them is darker than it. */
const paperShare = 0.7;

/**
 * Divides a page by its own paper, so that a shadow, a fold or yellowed paper becomes white and ink stays dark. Comes
 * before despeckling and before turning the page straight: interpolation would blur specks past their size limit.
 */
export function flatten({ width, height, data }: Grey): Grey {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const paper = around(
    around(paperOf({ width, height, data }, columns, rows), columns, rows, 'max'),
    columns,
    rows,
    'mean',
  );
  const flat = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const rowAt = Math.min(Math.max(y / tile - 0.5, 0), rows - 1);
    const top = Math.floor(rowAt);
    const bottom = Math.min(top + 1, rows - 1);
    const down = rowAt - top;
    for (let x = 0; x < width; x++) {
      const columnAt = Math.min(Math.max(x / tile - 0.5, 0), columns - 1);
      const left = Math.floor(columnAt);
      const right = Math.min(left + 1, columns - 1);
      const across = columnAt - left;
      const upper =
        at(paper, top * columns + left) * (1 - across) + at(paper, top * columns + right) * across;
      const lower =
        at(paper, bottom * columns + left) * (1 - across) + at(paper, bottom * columns + right) * across;
      const light = upper * (1 - down) + lower * down;
      const index = y * width + x;
      flat[index] = Math.min(255, (at(data, index) * 250) / Math.max(light, 1));
    }
  }
  return { width, height, data: flat };
}

const at = (values: ArrayLike<number>, index: number) => values[index] as number;

/** Light of the paper, tile by tile. */
function paperOf({ width, height, data }: Grey, columns: number, rows: number): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let total = 0;
      for (let y = row * tile; y < Math.min((row + 1) * tile, height); y++)
        for (let x = column * tile; x < Math.min((column + 1) * tile, width); x++) {
          const light = at(data, y * width + x);
          counts[light] = at(counts, light) + 1;
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
