import type { Grey } from './grey.ts';

const inkBelow = 150;

/**
 * Whitens specks: dark pixels that touch (also by a corner) no more than a few others. The dot of an i at 200 dpi has
 * some twenty pixels; dust has fewer than six.
 * @param dpi resolution of the page, which decides how large a speck may be
 */
export function despeckle({ width, height, data }: Grey, dpi: number): Grey {
  const largest = dpi >= 250 ? 9 : 5;
  const clean = data.slice();
  const seen = new Uint8Array(data.length);
  const component: number[] = [];
  const isInk = (index: number) => (data[index] as number) < inkBelow;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || !isInk(start)) continue;
    component.length = 0;
    component.push(start);
    seen[start] = 1;
    for (let next = 0; next < component.length; next++) {
      const index = component[next] as number;
      const x = index % width;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const neighbour = index + dy * width + dx;
          const outside = x + dx < 0 || x + dx >= width || neighbour < 0 || neighbour >= data.length;
          if (outside || seen[neighbour] || !isInk(neighbour)) continue;
          seen[neighbour] = 1;
          component.push(neighbour);
        }
    }
    if (component.length <= largest) for (const index of component) clean[index] = 255;
  }
  return { width, height, data: clean };
}
