import type { Box, Word } from './words.ts';

/** Words of a page as it is shown: upright and level. `width` and `height` are those of the shown picture, in pixels. */
export type PageWords = { width: number; height: number; words: Word[] };

/** Shares are kept in ten-thousandths: a third of a pixel on the largest page shown. */
const parts = 10_000;
/** A page of small print has 2,000 words; beyond is noise that was taken for text. */
const mostWords = 8_000;
const longestWord = 200;
const longestFile = 2_000_000;
const version = 1;

const within = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
const whole = (value: number, most: number): number => Math.round(within(value, 0, most));

/**
 * The words of a page as one JSON text of some 30 bytes a word, for `pages/<fileId>/<page>-words.json`. Boxes that leave
 * the page are cut at its edge; words without letters, boxes without size and what is beyond the bounds are left out.
 */
export function encodeWords({ width, height, words }: PageWords): string {
  const rows: (string | number)[][] = [];
  for (const { text, confidence, box, line } of words) {
    const bare = text
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, longestWord);
    const [left, top, right, bottom] = corners(box).map((value) => whole(value * parts, parts)) as Corners;
    if (bare === '' || right <= left || bottom <= top || rows.length === mostWords) continue;
    rows.push([bare, whole(confidence, 100), left, top, right - left, bottom - top, whole(line, mostWords)]);
  }
  return JSON.stringify({
    version,
    width: whole(width, 100_000),
    height: whole(height, 100_000),
    words: rows,
  });
}

type Corners = [left: number, top: number, right: number, bottom: number];
const corners = ([left, top, width, height]: Box): Corners => [left, top, left + width, top + height];

/** The words of a file written by `encodeWords`, of this version or an earlier one; null for anything else. */
export function decodeWords(file: string): PageWords | null {
  if (file.length > longestFile) return null;
  try {
    const { version: written, width, height, words } = JSON.parse(file);
    if (written !== version || !isCount(width) || !isCount(height) || !Array.isArray(words)) return null;
    return { width, height, words: words.slice(0, mostWords).flatMap(decodeRow) };
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function decodeRow(row: unknown): Word[] {
  if (!Array.isArray(row)) return [];
  const [text, confidence, left, top, width, height, line] = row;
  if (typeof text !== 'string' || ![confidence, left, top, width, height, line].every(isCount)) return [];
  return [{ text, confidence, line, box: [left / parts, top / parts, width / parts, height / parts] }];
}
