import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Laid, layWords } from '../../../functions/documents/reading/lay-words.ts';
import type { Word } from '../../../functions/documents/reading/words.ts';
import { findIn, firstHit, hitRanges, hitsOf } from '../../../web/backoffice/viewer/find.ts';
import { decisiveRanges, highlight } from '../../../web/backoffice/viewer/highlight.ts';
import { markedParts } from '../../../web/backoffice/viewer/marked-parts.ts';
import { around, firstBetween, moved, nearest, passage } from '../../../web/backoffice/viewer/passage.ts';

const page = { width: 1_000, height: 1_400 };
/** Words of ten units a letter, lines forty apart, at `left`. */
const line = (text: string, number: number, left = 100): Word[] => {
  let x = left;
  return text.split(' ').map((text) => {
    const box = [x / 1_000, (100 + number * 40) / 1_400, (text.length * 10) / 1_000, 24 / 1_400] as const;
    x += text.length * 10 + 10;
    return { text, confidence: 90, box, line: number };
  });
};
const laid = (...lines: string[]): Laid => {
  const words = lines.flatMap((text, number) => line(text, number));
  return layWords({ ...page, words }, page) as Laid;
};
const letter = laid('Madame la Maire,', 'mon trottoir est défoncé depuis', 'un mois.');

describe('what is chosen on the picture is what stands there', () => {
  it.each([
    ['from one word to another', { word: 3, offset: 0 }, { word: 5, offset: 3 }, 'mon trottoir est'],
    ['backwards', { word: 5, offset: 3 }, { word: 3, offset: 0 }, 'mon trottoir est'],
    ['part of a word', { word: 4, offset: 0 }, { word: 4, offset: 4 }, 'trot'],
    ['over the end of a line', { word: 2, offset: 0 }, { word: 3, offset: 3 }, 'Maire,\nmon'],
    ['nothing', { word: 4, offset: 2 }, { word: 4, offset: 2 }, ''],
  ])('copies %s in reading order, with its line breaks', (_title, from, to, text) => {
    expect(passage(letter, from, to)).toBe(text);
  });

  it('finds the word under any point of its box, and a place for any point of the page', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: letter.words.length - 1 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (index, across, down) => {
          const word = letter.words[index] as Laid['words'][number];
          const x = word.left + (word.right - word.left) * across;
          expect(nearest(letter, x, word.top + (word.bottom - word.top) * down)?.word).toBe(index);
          expect(nearest(letter, across * 5_000 - 2_000, down * 5_000 - 2_000)).not.toBeNull();
        },
      ),
    );
  });

  it('stays on the line when the mouse goes beyond its end, and in its column when there are two', () => {
    const first = letter.lines[0] as Laid['lines'][number];
    expect(nearest(letter, 900, (first.top + first.bottom) / 2)).toEqual({ word: 2, offset: 6 });
    const columns = [
      ...line('colonne de gauche', 0),
      ...line('suite à gauche', 2),
      ...line('colonne de droite', 1, 600),
    ];
    const two = layWords({ ...page, words: columns }, page) as Laid;
    expect(two.words[nearest(two, 640, 175)?.word ?? -1]?.text).toBe('colonne');
    expect(nearest(two, 640, 175)?.word).toBe(6);
    expect(nearest({ ...two, lines: [], words: [] }, 1, 1)).toBeNull();
  });

  it('chooses a word, then its line', () => {
    expect(passage(letter, ...around(letter, { word: 4, offset: 2 }, 'word'))).toBe('trottoir');
    expect(passage(letter, ...around(letter, { word: 4, offset: 2 }, 'line'))).toBe(
      'mon trottoir est défoncé depuis',
    );
  });

  it.each([
    ['left', { word: 4, offset: 3 }, { word: 4, offset: 0 }],
    ['left', { word: 4, offset: 0 }, { word: 3, offset: 0 }],
    ['left', { word: 0, offset: 0 }, { word: 0, offset: 0 }],
    ['right', { word: 2, offset: 2 }, { word: 2, offset: 6 }],
    ['right', { word: 2, offset: 6 }, { word: 3, offset: 3 }],
    ['right', { word: 9, offset: 5 }, { word: 9, offset: 5 }],
    ['down', { word: 0, offset: 0 }, { word: 3, offset: 0 }],
    ['up', { word: 8, offset: 2 }, { word: 3, offset: 2 }],
    ['up', { word: 1, offset: 1 }, { word: 0, offset: 0 }],
    ['down', { word: 9, offset: 1 }, { word: 9, offset: 5 }],
    ['start', { word: 5, offset: 1 }, { word: 3, offset: 0 }],
    ['end', { word: 5, offset: 1 }, { word: 7, offset: 6 }],
  ] as const)('goes %s by the keyboard', (step, from, to) => {
    expect(moved(letter, from, step)).toEqual(to);
  });

  it('begins with what is in sight', () => {
    expect(firstBetween(letter, 130, 400)).toEqual({ word: 3, offset: 0 });
    expect(firstBetween(letter, 2_000, 3_000)).toEqual({ word: 0, offset: 0 });
  });
});

describe('words lie where they were read', () => {
  it('keeps each word over its box, whatever the size of the page shown', () => {
    const small = layWords({ ...page, words: line('Madame la Maire,', 0) }, { width: 500, height: 700 });
    expect(small?.words.map(({ left, right }) => [left, right])).toEqual([
      [50, 80],
      [85, 95],
      [100, 130],
    ]);
    expect(small?.words.every(({ top, bottom }) => top <= 50 && bottom >= 62)).toBe(true);
  });

  it('shows no words of another picture, nor of none', () => {
    const words = line('Madame', 0);
    expect(layWords({ ...page, words }, { width: 1_400, height: 1_000 })).toBeNull();
    expect(layWords({ width: 0, height: 0, words }, page)).toBeNull();
    expect(layWords({ ...page, words }, { width: 0, height: 0 })).toBeNull();
    expect(layWords({ ...page, words: [] }, page)).toEqual({ lines: [], words: [], text: '' });
  });

  it('is not made higher by the rule of a table that was read as a letter', () => {
    const words = line('total 12 euros', 0);
    const rule: Word = { text: '|', confidence: 20, box: [0.4, 0.01, 0.002, 0.5], line: 0 };
    const plain = layWords({ ...page, words }, page);
    const ruled = layWords({ ...page, words: [...words, rule] }, page);
    expect(ruled?.words[0]).toEqual(plain?.words[0]);
  });

  it('marks only the part of a word that was looked for', () => {
    const parts = markedParts(letter, hitRanges(letter.text, 'trott', null));
    expect(parts.map(({ left, right, mark }) => [left, right, mark])).toEqual([[140, 190, 'hit']]);
    const over = markedParts(letter, decisiveRanges(letter.text, ['depuis un mois']));
    expect(over.map(({ mark }) => mark)).toEqual(['decisive', 'decisive', 'decisive']);
  });
});

describe('looking for words in a document', () => {
  const pages = [
    { page: 1, text: 'Le trottoir\nest DÉFONCÉ' },
    { page: 3, text: 'défoncé, le trottoir est défoncé' },
  ];
  it('forgives case, accents and line breaks, and says on which page', () => {
    expect(hitsOf(pages, 'defonce')).toEqual([
      { page: 1, nth: 0 },
      { page: 3, nth: 0 },
      { page: 3, nth: 1 },
    ]);
    expect(findIn('Le trottoir\nest', 'trottoir  est')).toEqual([{ from: 3, to: 15 }]);
    expect(hitsOf(pages, ' ')).toEqual([]);
  });
  it('begins on the page that is looked at', () => {
    const hits = hitsOf(pages, 'defonce');
    expect([1, 2, 3, 4].map((page) => firstHit(hits, page))).toEqual([0, 1, 1, 0]);
  });
  it('shows the hit apart, over what decided', () => {
    const text = 'le trottoir et le trottoir';
    const ranges = [...decisiveRanges(text, ['trottoir']), ...hitRanges(text, 'trottoir', 1)];
    expect(highlight(text, ranges).flatMap(({ mark }) => mark ?? [])).toEqual(['hit', 'current']);
  });
});
