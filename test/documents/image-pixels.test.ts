import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, letterHeight } from '../../functions/documents/image/components.ts';
import { despeckle } from '../../functions/documents/image/despeckle.ts';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { inkOf } from '../../functions/documents/image/ink.ts';
import { reduceBy, twoThirds } from '../../functions/documents/image/reduce.ts';
import { estimateSkew } from '../../functions/documents/image/skew.ts';
import { tilt } from '../../functions/documents/image/tilt.ts';
import { randomOf } from '../support/random.ts';

const page = (width: number, height: number, light = 255): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(light),
});
const box = ({ width, data }: Grey, [x, y, wide, high]: number[], light = 0) => {
  for (let row = y as number; row < (y as number) + (high as number); row++)
    data.fill(light, row * width + (x as number), row * width + (x as number) + (wide as number));
};
const light = ({ width, data }: Grey, x: number, y: number) => data[y * width + x] as number;
/** Lines of words as bars, as a reader of the profile of a page sees them. */
function lines(width: number, height: number): Grey {
  const written = page(width, height);
  const random = randomOf(4);
  for (let y = 40; y < height - 40; y += 14)
    for (let x = 40; x < width - 60; ) {
      const wide = Math.floor(random.between(8, 50));
      box(written, [x, y, wide, 6]);
      x += wide + 6;
    }
  return written;
}

describe('what is written is told from paper, however pale', () => {
  it.each([
    ['black ink', 20, 250],
    ['grey toner', 140, 250],
    ['a tired ribbon', 190, 250],
  ])('finds %s', (_, ink, paper) => {
    const written = page(300, 300, paper);
    for (let y = 20; y < 280; y += 20) box(written, [30, y, 200, 3], ink);
    const found = inkOf(written);
    expect(found.below).toBeGreaterThan(ink);
    expect(found.below).toBeLessThan(paper - 10);
  });

  it('takes the other side shining through for paper', () => {
    const through = page(300, 300, 250);
    for (let y = 20; y < 280; y += 20) box(through, [30, y, 200, 3], 222);
    expect(inkOf(through).below).toBeLessThan(200);
  });
});

describe('dust and borders go, letters stay', () => {
  const cleaned = (dirty: Grey, dpi = 200) => despeckle(dirty, componentsOf(dirty, 150), dpi);

  it('counts what hangs together as one, whatever its shape', () => {
    const shape = () =>
      fc.array(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(shape(), (rows) => {
        const drawn = page(12, 9);
        for (const [y, row] of rows.entries())
          for (const [x, isInk] of row.entries()) if (isInk) drawn.data[y * 12 + x] = 0;
        const found = componentsOf(drawn, 128);
        const areas = [...found.area].filter((area) => area > 0).sort((one, other) => one - other);
        expect(areas).toEqual(floods(rows).sort((one, other) => one - other));
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('lets larger dust stay beside a letter than by itself', () => {
    const dirty = page(400, 200);
    box(dirty, [100, 80, 6, 20]);
    box(dirty, [102, 70, 4, 4]);
    box(dirty, [330, 80, 4, 4]);
    const clean = cleaned(dirty);
    expect([light(clean, 103, 71), light(clean, 331, 81), light(clean, 103, 90)]).toEqual([0, 255, 0]);
  });

  it("cuts the scanner's shadow and the lid behind a card, not the text beside them", () => {
    const dirty = page(400, 400);
    box(dirty, [0, 0, 12, 400]);
    box(dirty, [0, 380, 400, 20]);
    box(dirty, [60, 60, 8, 20]);
    const clean = cleaned(dirty);
    expect([light(clean, 5, 200), light(clean, 200, 390), light(clean, 63, 70)]).toEqual([255, 255, 0]);
  });

  it('measures small letters, and says nothing of a page with few of them', () => {
    const written = page(600, 400);
    for (let line = 0; line < 6; line++)
      for (let letter = 0; letter < 20; letter++)
        box(written, [20 + letter * 25, 20 + line * 50, 10, letter % 4 ? 14 : 21]);
    expect(letterHeight(componentsOf(written, 150), 200)).toBe(14);
    expect(letterHeight(componentsOf(page(100, 100), 150), 200)).toBeNull();
  });
});

describe('a page keeps its look when its size or angle changes', () => {
  it('reduces evenly', () => {
    const shaded = page(33, 21);
    for (let index = 0; index < shaded.data.length; index++) shaded.data[index] = (index * 7) % 251;
    const plain = page(30, 30, 77);
    expect([...new Set(reduceBy(plain, 4).data)]).toEqual([77]);
    expect([...new Set(twoThirds(plain).data)]).toEqual([77]);
    expect(twoThirds(shaded)).toMatchObject({ width: 22, height: 14 });
    expect(reduceBy(page(3, 3, 9), 8)).toMatchObject({ width: 1, height: 1 });
  });

  it('turns by any angle and back without losing what is written', () => {
    const written = page(120, 90);
    box(written, [50, 40, 20, 10]);
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (degrees) => {
        const turned = tilt(written, degrees);
        const ink = turned.data.reduce((sum, value) => sum + 255 - value, 0) / 255;
        expect(Math.abs(ink - 200)).toBeLessThan(8);
        expect(light(turned, turned.width >> 1, turned.height >> 1)).toBeLessThan(30);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it.each([-8, -2.5, 0, 1.2, 6.4])(
    'finds lines askew by %s degrees, upright and on their side',
    (degrees) => {
      const upright = tilt(lines(620, 877), degrees);
      expect(estimateSkew(upright)).toBeCloseTo(degrees, 0);
      const side = page(upright.height, upright.width);
      for (let y = 0; y < upright.height; y++)
        for (let x = 0; x < upright.width; x++)
          side.data[x * upright.height + upright.height - 1 - y] = light(upright, x, y);
      expect(Math.abs(estimateSkew(side) - degrees)).toBeLessThan(0.2);
    },
  );
});

function floods(rows: boolean[][]): number[] {
  const left = new Set(rows.flatMap((row, y) => row.flatMap((isInk, x) => (isInk ? [`${x},${y}`] : []))));
  const sizes: number[] = [];
  for (const start of left) {
    const stack = [start];
    left.delete(start);
    let size = 0;
    for (let next = stack.pop(); next; next = stack.pop()) {
      size++;
      const [x = 0, y = 0] = next.split(',').map(Number);
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) {
          const beside = `${x + dx},${y + dy}`;
          if (left.delete(beside)) stack.push(beside);
        }
    }
    sizes.push(size);
  }
  return sizes;
}
