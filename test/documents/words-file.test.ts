import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiltedWords, turnedWords } from '../../functions/documents/reading/placed-words.ts';
import type { Word } from '../../functions/documents/reading/words.ts';
import { decodeWords, encodeWords } from '../../functions/documents/reading/words-file.ts';

const share = fc.double({ min: 0.001, max: 0.49, noNaN: true });
const word: fc.Arbitrary<Word> = fc.record({
  text: fc.stringMatching(/^[\p{L}\p{N}€œ’,.-]{1,30}$/u),
  confidence: fc.integer({ min: 0, max: 100 }),
  box: fc.tuple(share, share, share, share),
  line: fc.integer({ min: 0, max: 400 }),
});
const page = { width: 1_414, height: 2_000 };
const near = (one: readonly number[], other: readonly number[], within: number) =>
  one.every((value, index) => Math.abs(value - (other[index] ?? Number.NaN)) <= within);

describe('the words of a page come back as they were read', () => {
  it('keeps text, confidence, line and place, whatever was read', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const found = decodeWords(encodeWords({ ...page, words }));
        expect(found?.width).toBe(page.width);
        expect(found?.words.map(({ text, confidence, line }) => [text, confidence, line])).toEqual(
          words.map(({ text, confidence, line }) => [text.normalize('NFC'), confidence, line]),
        );
        for (const [index, { box }] of words.entries())
          expect(near(box, found?.words[index]?.box ?? [], 2e-4)).toBe(true);
      }),
    );
  });

  it('cuts boxes at the edge of the page and leaves out what is nowhere or says nothing', () => {
    const of = (text: string, box: Word['box']) => ({ text, confidence: 91.4, box, line: 0 });
    const words = [
      of('dedans', [-0.1, 0.5, 0.3, 0.01]),
      of('dehors', [1.2, 0.5, 0.3, 0.01]),
      of('plat', [0.2, 0.5, 0.3, 0]),
      of(' \n\u0000', [0.2, 0.5, 0.3, 0.1]),
      of('e\u0301te\u0301\tdeux', [0.2, Number.NaN, 0.3, 0.1]),
      of('été', [0.2, 0.9, 0.3, 0.4]),
    ];
    expect(decodeWords(encodeWords({ ...page, words }))?.words).toEqual([
      { text: 'dedans', confidence: 91, line: 0, box: [0, 0.5, 0.2, 0.01] },
      { text: 'été', confidence: 91, line: 0, box: [0.2, 0.9, 0.3, 0.1] },
    ]);
  });

  it('stays small whatever a reader takes for words', () => {
    const words = Array.from({ length: 20_000 }, (_, index): Word => {
      return { text: 'x'.repeat(500), confidence: 12, box: [0.1, 0.1, 0.1, 0.1], line: index };
    });
    const file = encodeWords({ ...page, words });
    expect(file.length).toBeLessThan(2_000_000);
    expect(decodeWords(file)?.words).toHaveLength(8_000);
    const usual = words.slice(0, 400).map((one) => ({ ...one, text: 'monsieur' }));
    expect(encodeWords({ ...page, words: usual }).length).toBeLessThan(400 * 45);
  });

  it.each(['', '[]', 'null', '{"version":2,"width":1,"height":1,"words":[]}', '{"version":1,"words":[]}'])(
    'says nothing of a file it does not know: %s',
    (file) => expect(decodeWords(file)).toBeNull(),
  );

  it('leaves out the rows of a file that are no words', () => {
    const rows = [['mot', 90, 1, 2, 3, 4, 0], ['mot', 90, 1, 2, 3], [1, 2, 3, 4, 5, 6, 7], null, 'mot'];
    const found = decodeWords(JSON.stringify({ version: 1, width: 10, height: 20, words: rows }));
    expect(found?.words.map(({ text }) => text)).toEqual(['mot']);
  });
});

describe('words follow the page when it is turned', () => {
  it('comes back after four quarters, and a half is two quarters', () => {
    fc.assert(
      fc.property(word, (one) => {
        const quarter = turnedWords([one], 90);
        const whole = turnedWords(turnedWords(turnedWords(quarter, 90), 90), 90);
        expect(near(whole[0]?.box ?? [], one.box, 1e-9)).toBe(true);
        expect(
          near(turnedWords(quarter, 90)[0]?.box ?? [], turnedWords([one], 180)[0]?.box ?? [], 1e-9),
        ).toBe(true);
        expect(near(turnedWords(quarter, -90)[0]?.box ?? [], one.box, 1e-9)).toBe(true);
      }),
    );
  });

  it('puts the word at the top left of a page on its side at the top right', () => {
    const one: Word = { text: 'Objet', confidence: 90, line: 0, box: [0.1, 0.05, 0.2, 0.02] };
    expect(turnedWords([one], 90)[0]?.box.map((value) => Number(value.toFixed(3)))).toEqual([
      0.93, 0.1, 0.02, 0.2,
    ]);
  });

  it('follows a small tilt and comes back', () => {
    const middle: Word = { text: 'Objet', confidence: 90, line: 0, box: [0.45, 0.49, 0.1, 0.02] };
    const at = tiltedWords([middle], 1.5, page)[0]?.box ?? [];
    expect(Math.abs((at[0] ?? 0) + (at[2] ?? 0) / 2 - 0.5)).toBeLessThan(1e-9);
    const right: Word = { ...middle, box: [0.85, 0.49, 0.1, 0.02] };
    const [, top = 0, , height = 0] = tiltedWords([right], 1.5, page)[0]?.box ?? [];
    // A clockwise turn lowers what stands on the right: 0.4 of the width times the sine, on a page a little higher.
    expect((top + height / 2 - 0.5) * (page.height + page.width * 0.026)).toBeCloseTo(
      0.4 * page.width * 0.0262,
      -1,
    );
    expect(tiltedWords([right], 0, page)[0]?.box).toEqual(right.box);
  });
});
