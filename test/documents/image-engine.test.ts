import type { Page } from 'tesseract.js';
import { describe, expect, it } from 'vitest';
import { isHandwritten, isTurn, isUpright, readOf } from '../../functions/documents/reading/engine-read.ts';

type Told = [text: string, confidence: number][];
/** What the engine answers for lines of words, each 50 pixels wide and 20 high. */
const answer = (...lines: Told[]): Page =>
  ({
    confidence: 90,
    blocks: [
      {
        paragraphs: [
          {
            lines: lines.map((words, row) => ({
              text: words.map(([text]) => text).join(' '),
              bbox: { x0: 0, y0: row * 30, x1: words.length * 60, y1: row * 30 + 20 },
              words: words.map(([text, confidence], column) => ({
                text,
                confidence,
                bbox: { x0: column * 60, y0: row * 30, x1: column * 60 + 50, y1: row * 30 + 20 },
              })),
            })),
          },
        ],
      },
    ],
  }) as unknown as Page;
const print: Told = [
  ['Madame', 96],
  ['la', 95],
  ['Présidente,', 91],
];
const loops: Told = [
  ['nn', 21],
  ['Airalban.', 33],
  ['VU', 40],
  ['rrllan', 12],
];

describe('what the engine read becomes words with boxes', () => {
  it('gives boxes in shares of the page and counts lines', () => {
    const read = readOf(answer(print, [['Monsieur', 88]]), { width: 600, height: 300 });
    expect(read.text).toBe('Madame la Présidente,\nMonsieur');
    expect(read.words[1]).toMatchObject({ text: 'la', confidence: 95, line: 0 });
    expect(read.words[1]?.box.map((share) => Math.round(share * 300))).toEqual([30, 0, 25, 20]);
    expect(read.words.at(-1)?.line).toBe(1);
  });

  it('leaves out the line that a signature passes for, not a line of pale print', () => {
    const pale: Told = [
      ['Suivi', 28],
      ['par', 62],
    ];
    const scribble: Told = [
      ['pd', 11],
      ['4', 30],
    ];
    expect(readOf(answer(print, scribble, pale), { width: 600, height: 300 }).text).toBe(
      'Madame la Présidente,\nSuivi par',
    );
  });

  it('knows a page on its side by its lines', () => {
    const upright = answer(print, print);
    expect(isUpright(upright)).toBe(true);
    for (const block of upright.blocks ?? [])
      for (const paragraph of block.paragraphs)
        for (const line of paragraph.lines) Object.assign(line.bbox, { x1: 20, y1: line.bbox.y0 + 200 });
    expect(isUpright(upright)).toBe(false);
    expect([90, 180, 270, 0, null].map(isTurn)).toEqual([true, true, true, false, false]);
  });
});

describe("a page written by hand is never taken for its reader's guesses", () => {
  it.each([
    ['a typed letter', answer(print, print, print), true, false],
    ['a typed letter that somebody signed', answer(print, print, loops), true, false],
    ['a page of loops', answer(loops, loops, loops), true, true],
    [
      'a form of a few printed words, filled by hand',
      answer(print, loops, loops, loops, loops, loops),
      true,
      true,
    ],
    ['ink in which no word was found', answer(), true, true],
    ['a page with next to nothing on it', answer(), false, false],
  ])('judges %s', (_, page, hasLetters, expected) => {
    expect(isHandwritten(page, hasLetters)).toBe(expected);
  });
});
