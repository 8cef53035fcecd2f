import type { Page } from 'tesseract.js';
import type { Read, Word } from './words.ts';

/** Degrees clockwise. */
export type Turn = 90 | 180 | 270;
type Size = { width: number; height: number };

export const isTurn = (degrees: number | null): degrees is Turn =>
  degrees === 90 || degrees === 180 || degrees === 270;

const linesOf = (page: Page) =>
  (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));

/** What the engine read of a picture of a size in pixels, as words with boxes in shares of it. */
export function readOf(page: Page, { width, height }: Size): Read {
  const words: Word[] = [];
  const texts: string[] = [];
  for (const line of linesOf(page)) {
    const read = line.words.filter(({ text }) => text.trim());
    if (read.length === 0 || isScribble(read)) continue;
    for (const { text, confidence, bbox } of read) {
      const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole));
      const left = share(bbox.x0, width);
      const top = share(bbox.y0, height);
      const box = [left, top, share(bbox.x1, width) - left, share(bbox.y1, height) - top] as const;
      words.push({ text: text.trim(), confidence, box, line: texts.length });
    }
    texts.push(read.map(({ text }) => text.trim()).join(' '));
  }
  return { text: texts.join('\n'), confidence: page.confidence, words };
}

/** What the engine makes of a signature or a stain: no word of the line that it believes in. */
const isScribble = (words: readonly { text: string; confidence: number }[]): boolean =>
  words.every(({ confidence }) => confidence < 45) &&
  words.reduce((sum, { confidence }) => sum + confidence, 0) < words.length * 30;

/** Words of print are read with 85 and more; the loops of a pen pass for letters, but hardly ever for words. */
const sure = 70;
const sureShare = 0.4;

const lettersOf = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
/** Fewer letters than this is nothing read. */
const leastLetters = 12;

/** Whether next to nothing was read of a page. */
export const saysNothing = (page: Page): boolean =>
  linesOf(page)
    .flatMap(({ words }) => words)
    .reduce((sum, { text }) => sum + lettersOf(text), 0) < leastLetters;

/**
 * Whether a page was written by hand, of which the engine understands nothing: most of what it calls letters belongs to
 * words that it does not believe in, or it found no words where letters stand.
 * @param hasLetters whether there is ink in pieces of the size of letters
 */
export function isHandwritten(page: Page, hasLetters: boolean): boolean {
  let all = 0;
  let believed = 0;
  for (const { words } of linesOf(page))
    for (const { text, confidence } of words) {
      const letters = lettersOf(text);
      all += letters;
      if (confidence >= sure) believed += letters;
    }
  return all < leastLetters ? hasLetters : believed < all * sureShare;
}

/** Whether lines are wider than high: the engine reads some pages on their side as well, with their boxes upright. */
export function isUpright(page: Page): boolean {
  const telling = linesOf(page).filter(({ text }) => text.trim().length >= 8);
  const onSide = telling.filter(({ bbox }) => bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0);
  return onSide.length * 2 <= telling.length;
}
