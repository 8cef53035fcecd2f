import type { Grey } from './grey.ts';

/**
 * Whitens specks: dark pixels that touch (also by a corner) no more than a few others. The dot of an i at 200 dpi has
 * some twenty pixels; dust has fewer than six.
 * @param dpi resolution of the page, which decides how large a speck may be
 * @param inkBelow what is darker is ink (ink.ts)
 */
export function despeckle(page: Grey, dpi: number, inkBelow = 150): Grey {
  const { width, height, data } = page;
  const largest = dpi >= 250 ? 9 : 5;
  const runs = runsOf(page, inkBelow);
  const areas = areasOf(runs);
  const clean = data.slice();
  for (let run = 0; run < runs.count; run++) {
    if ((areas[runs.parent[run] as number] as number) > largest) continue;
    const from = (runs.row[run] as number) * width;
    clean.fill(255, from + (runs.left[run] as number), from + (runs.right[run] as number));
  }
  return { width, height, data: clean };
}

/** Runs of ink along the rows; after `areasOf` the parent of each is the first run of its component. */
type Runs = { count: number; row: Uint16Array; left: Uint16Array; right: Uint16Array; parent: Int32Array };

function runsOf({ width, height, data }: Grey, inkBelow: number): Runs {
  let room = 1 << 16;
  let runs: Omit<Runs, 'count'> = {
    row: new Uint16Array(room),
    left: new Uint16Array(room),
    right: new Uint16Array(room),
    parent: new Int32Array(room),
  };
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
        runs = grown(runs, room);
      }
      runs.row[count] = y;
      runs.left[count] = left;
      runs.right[count] = x;
      runs.parent[count] = count;
      // Runs of the row above that touch this one, by a corner too.
      while (above < aboveTo && (runs.right[above] as number) < left) above++;
      for (let other = above; other < aboveTo && (runs.left[other] as number) <= x; other++)
        join(runs.parent, other, count);
      count++;
    }
    aboveFrom = first;
    aboveTo = count;
  }
  return { count, ...runs };
}

function grown(runs: Omit<Runs, 'count'>, room: number): Omit<Runs, 'count'> {
  const larger = {
    row: new Uint16Array(room),
    left: new Uint16Array(room),
    right: new Uint16Array(room),
    parent: new Int32Array(room),
  };
  larger.row.set(runs.row);
  larger.left.set(runs.left);
  larger.right.set(runs.right);
  larger.parent.set(runs.parent);
  return larger;
}

function rootOf(parent: Int32Array, run: number): number {
  let root = run;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root] as number] as number;
    root = parent[root] as number;
  }
  return root;
}

function join(parent: Int32Array, one: number, other: number): void {
  const first = rootOf(parent, one);
  const second = rootOf(parent, other);
  if (first < second) parent[second] = first;
  else parent[first] = second;
}

/** Pixels of each component, at the place of its root; flattens the parents on the way. */
function areasOf({ count, left, right, parent }: Runs): Uint32Array {
  const areas = new Uint32Array(count);
  for (let run = 0; run < count; run++) {
    const root = rootOf(parent, run);
    parent[run] = root;
    areas[root] = (areas[root] as number) + (right[run] as number) - (left[run] as number);
  }
  return areas;
}
