import { type LaidLine, type LaidWord, layWords } from '../reading/lay-words.ts';
import type { PageWords } from '../reading/words-file.ts';
import type { Paper } from './paper-size.ts';

/** A text as glyph numbers of the font, in hexadecimal, and its width at the size of one point. */
export type Encode = (text: string) => { hex: string; width: number };

/** Programs that read a PDF take less than a tenth of the size of letters for no space at all. */
const leastSpace = 0.2;

/**
 * Operators that write words over their picture without showing them (PDF 32000-1, 9.3.6, mode 3): each stretched over its
 * own box, in reading order, with a space up to the next of its line. The page's origin is at the top left.
 */
export function invisibleText(lines: readonly LaidLine[], font: string, encode: Encode): string {
  const space = encode(' ');
  const written = lines.flatMap(({ words }) =>
    words.flatMap((word, at) => drawn(word, words[at + 1], { font, encode, space })),
  );
  return written.length === 0 ? '' : ['BT', '3 Tr', ...written, 'ET'].join('\n');
}

type Drawing = { font: string; encode: Encode; space: ReturnType<Encode> };
function drawn(word: LaidWord, next: LaidWord | undefined, { font, encode, space }: Drawing): string[] {
  const { hex, width } = encode(word.text);
  const high = word.bottom - word.top;
  const size = high * 0.8;
  if (width === 0 || size <= 0) return [];
  // Boxes of a tight line touch: the word gives up a little of its end rather than grow together with the next.
  const isTight = next && next.left > word.left && next.left - word.right < leastSpace * size;
  const right = isTight ? Math.max((word.left + word.right) / 2, next.left - leastSpace * size) : word.right;
  const stretched = (wide: number, natural: number) => short(Math.max(1, (100 * wide) / (natural * size)));
  const gap = next ? Math.max(next.left - right, leastSpace * size) : 0;
  return [
    `/${font} ${short(size)} Tf ${stretched(right - word.left, width)} Tz`,
    `1 0 0 -1 ${short(word.left)} ${short(word.bottom - high * 0.22)} Tm <${hex}> Tj`,
    ...(next ? [`${stretched(gap, space.width)} Tz <${space.hex}> Tj`] : []),
  ];
}
const short = (value: number) => String(Math.round(value * 100) / 100);

const margin = 36;
const usual = 10;
/** Lines to write over a page: its words where they stand; a text without places from the top down, to be found by. */
export function linesOver(paper: Paper, words: PageWords | null, text: string): LaidLine[] {
  const laid = words && layWords(words, paper);
  if (laid) return laid.lines;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const step = Math.min(usual, (paper.height - 2 * margin) / Math.max(1, lines.length));
  return lines.map((line, number) => {
    const top = margin + number * step;
    const place = { left: margin, right: paper.width - margin, top, bottom: top + step };
    return { ...place, words: [{ ...place, index: number, text: line.trim(), from: 0, confidence: 0 }] };
  });
}
