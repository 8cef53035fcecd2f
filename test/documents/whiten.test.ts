import { describe, expect, it } from 'vitest';
import { whitened } from '../../functions/documents/image/whiten.ts';
import { saysNothing } from '../../functions/documents/reading/engine-read.ts';
import { randomOf } from '../support/random.ts';

describe('a page of two lines on grainy paper is read as well as a full one', () => {
  const [width, height] = [60, 40];
  const grainy = () => {
    const random = randomOf(3);
    const data = Uint8Array.from({ length: width * height }, (_, at) => {
      const isStroke = at % width >= 20 && at % width < 23 && at > width * 10 && at < width * 30;
      return Math.min(255, Math.max(0, (isStroke ? 40 : 245) + random.between(-25, 25)));
    });
    return { width, height, data };
  };

  it('makes the paper white and keeps the strokes of letters', () => {
    const { data } = whitened(grainy());
    const at = (x: number, y: number) => data[y * width + x] as number;
    for (let y = 2; y < height - 2; y++) for (let x = 2; x < 18; x++) expect(at(x, y)).toBe(255);
    for (let y = 12; y < 28; y++) expect(at(21, y)).toBeLessThan(120);
  });

  it('knows when next to nothing was read', () => {
    const page = (text: string) =>
      ({ blocks: [{ paragraphs: [{ lines: [{ words: [{ text }] }] }] }] }) as unknown as Parameters<
        typeof saysNothing
      >[0];
    expect([page('- . :'), page('Madame'), page('Monsieurlemaire')].map(saysNothing)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
