import type { PageWords } from './words-file.ts';

/** A word where it is drawn, in the units of the page; `from` is where it begins in the text of the page. */
export type LaidWord = {
  index: number;
  text: string;
  from: number;
  confidence: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};
export type LaidLine = { words: LaidWord[]; left: number; right: number; top: number; bottom: number };
/** Words laid over a page, line by line in reading order, and the text that they make. */
export type Laid = { lines: LaidLine[]; words: LaidWord[]; text: string };
type Size = { width: number; height: number };

/** A page that was turned since it was read has other sides: its words would lie beside it. */
const mostOff = 0.03;
/** A rule of a table read as a letter is much higher than the words beside it. */
const mostHigh = 1.6;
const middle = (values: number[], share = 0.5) =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? 0;

/** Lays the words that were read over the page as it is shown; null when they are those of another picture. */
export function layWords(read: PageWords, page: Size): Laid | null {
  if (read.height === 0 || page.height === 0 || page.width === 0) return null;
  const ratio = (read.width / read.height) * (page.height / page.width);
  if (Math.abs(ratio - 1) > mostOff) return null;
  const laid: Laid = { lines: [], words: [], text: '' };
  for (const words of byLine(read.words)) {
    const height = lineHeight(words, page);
    const base = middle(words.map(({ box }) => (box[1] + box[3]) * page.height));
    if (laid.text !== '') laid.text += '\n';
    const line = words.map(({ text, confidence, box }, index): LaidWord => {
      if (index > 0) laid.text += ' ';
      const from = laid.text.length;
      laid.text += text;
      const left = box[0] * page.width;
      const own = (box[1] + box[3]) * page.height;
      // Feet of letters differ; a word that stands elsewhere than its line is marked where it stands.
      const bottom = Math.abs(own - base) < height / 2 ? base + height * 0.12 : own;
      const right = left + box[2] * page.width;
      const place = { left, right, top: bottom - height * 1.24, bottom };
      return { index: laid.words.length + index, text, from, confidence, ...place };
    });
    laid.words.push(...line);
    laid.lines.push({ words: line, ...around(line) });
  }
  return laid;
}

const around = (words: LaidWord[]) => ({
  left: Math.min(...words.map(({ left }) => left)),
  right: Math.max(...words.map(({ right }) => right)),
  top: Math.min(...words.map(({ top }) => top)),
  bottom: Math.max(...words.map(({ bottom }) => bottom)),
});

function byLine(words: PageWords['words']): PageWords['words'][] {
  const lines: PageWords['words'][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last?.[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** That of its higher words, which have a capital or a long letter. */
function lineHeight(words: PageWords['words'], page: Size): number {
  const heights = words.map(({ box }) => box[3] * page.height);
  return Math.min(middle(heights, 0.8), middle(heights) * mostHigh);
}
