import type { Grey } from './grey.ts';

/**
 * Ink of a page as runs along its rows, and which of them hang together (by a corner too): `root` is the first run of a
 * component, and what is known of the component stands at the place of its root.
 */
export type Components = {
  runs: number;
  row: Uint16Array;
  left: Uint16Array;
  /** One beyond the last pixel. */
  right: Uint16Array;
  root: Int32Array;
  /** Pixels of the component, and the rows and columns between which it lies. */
  area: Uint32Array;
  bottom: Uint16Array;
  leftmost: Uint16Array;
  rightmost: Uint16Array;
};
type Runs = Pick<Components, 'row' | 'left' | 'right' | 'root'>;

/** Finds what hangs together of all that is darker than `inkBelow`. Sides of a page fit 16 bits (limits.ts). */
export function componentsOf(page: Grey, inkBelow: number): Components {
  const { runs, ...found } = runsOf(page, inkBelow);
  const { row, left, right, root } = found;
  const area = new Uint32Array(runs);
  const bottom = new Uint16Array(runs);
  const leftmost = new Uint16Array(runs).fill(65_535);
  const rightmost = new Uint16Array(runs);
  for (let run = 0; run < runs; run++) {
    const own = rootOf(root, run);
    root[run] = own;
    area[own] = (area[own] as number) + (right[run] as number) - (left[run] as number);
    bottom[own] = row[run] as number;
    leftmost[own] = Math.min(leftmost[own] as number, left[run] as number);
    rightmost[own] = Math.max(rightmost[own] as number, right[run] as number);
  }
  return { runs, ...found, area, bottom, leftmost, rightmost };
}

const roomFor = (runs: number): Runs => ({
  row: new Uint16Array(runs),
  left: new Uint16Array(runs),
  right: new Uint16Array(runs),
  root: new Int32Array(runs),
});

function runsOf({ width, height, data }: Grey, inkBelow: number): Runs & { runs: number } {
  let room = 1 << 16;
  let found = roomFor(room);
  let count = 0;
  let aboveFrom = 0;
  let aboveTo = 0;
  for (let y = 0; y < height; y++) {
    const from = y * width;
    const first = count;
    let above = aboveFrom;
    for (let x = 0; x < width; x++) {
      if ((data[from + x] as number) >= inkBelow) continue;
      const left = x;
      while (x < width && (data[from + x] as number) < inkBelow) x++;
      if (count === room) {
        room *= 2;
        found = moved(found, roomFor(room));
      }
      found.row[count] = y;
      found.left[count] = left;
      found.right[count] = x;
      found.root[count] = count;
      // Runs of the row above that touch this one, by a corner too.
      while (above < aboveTo && (found.right[above] as number) < left) above++;
      for (let other = above; other < aboveTo && (found.left[other] as number) <= x; other++)
        join(found.root, other, count);
      count++;
    }
    aboveFrom = first;
    aboveTo = count;
  }
  return { runs: count, ...found };
}

function moved(from: Runs, into: Runs): Runs {
  for (const name of ['row', 'left', 'right', 'root'] as const) into[name].set(from[name]);
  return into;
}

function rootOf(root: Int32Array, run: number): number {
  let own = run;
  while (root[own] !== own) {
    root[own] = root[root[own] as number] as number;
    own = root[own] as number;
  }
  return own;
}

function join(root: Int32Array, one: number, other: number): void {
  const first = rootOf(root, one);
  const second = rootOf(root, other);
  if (first < second) root[second] = first;
  else root[first] = second;
}

/**
 * Height of small letters, in pixels: that of the lower quarter of what has the size of letters; null on a page with too
 * few of them to tell.
 */
export function letterHeight({ runs, row, root, bottom }: Components, dpi: number): number | null {
  const heights: number[] = [];
  for (let run = 0; run < runs; run++) {
    if (root[run] !== run) continue;
    const height = (bottom[run] as number) - (row[run] as number) + 1;
    if (height >= dpi * 0.028 && height <= dpi * 0.25) heights.push(height);
  }
  if (heights.length < 40) return null;
  return heights.sort((one, other) => one - other)[Math.floor(heights.length / 4)] as number;
}
