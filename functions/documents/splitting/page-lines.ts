import type { Read, Word } from '../reading/words.ts';

/** A line of a page in shares of it; `plain` is its text in small letters without accents. */
export type PageLine = {
  text: string;
  plain: string;
  left: number;
  top: number;
  width: number;
  height: number;
  words: number;
};

export const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\u0153/g, 'oe')
    .toLowerCase();

/** The lines of a page from top to bottom; of a text whose words have no place, lines as far apart as they are many. */
export function linesOf({ words, text }: Read): PageLine[] {
  if (words.length === 0) return linesOfText(text);
  const byLine = new Map<number, Word[]>();
  for (const word of words) {
    const line = byLine.get(word.line);
    if (line) line.push(word);
    else byLine.set(word.line, [word]);
  }
  return [...byLine.values()].map(lineOf).sort((one, other) => one.top - other.top);
}

function lineOf(words: readonly Word[]): PageLine {
  const left = Math.min(...words.map(({ box }) => box[0]));
  const right = Math.max(...words.map(({ box }) => box[0] + box[2]));
  const text = words.map((word) => word.text).join(' ');
  return {
    text,
    plain: plainOf(text),
    left,
    top: median(words.map(({ box }) => box[1])),
    width: right - left,
    height: median(words.map(({ box }) => box[3])),
    words: words.length,
  };
}

function linesOfText(text: string): PageLine[] {
  const lines = text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line] : []));
  const longest = Math.max(1, ...lines.map((line) => line.trim().length));
  const pitch = 0.86 / Math.max(45, lines.length);
  return lines.map((line, index) => ({
    text: line.trim(),
    plain: plainOf(line.trim()),
    left: 0.1 + Math.min(0.6, (line.length - line.trimStart().length) / 100),
    top: 0.07 + index * pitch,
    width: (0.8 * line.trim().length) / Math.max(70, longest),
    height: 0.012,
    words: line.trim().split(/\s+/).length,
  }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
