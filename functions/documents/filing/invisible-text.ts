import { type LaidLine, type LaidWord, layWords } from '../reading/lay-words.ts';
import type { PageWords } from '../reading/words-file.ts';
import type { Paper } from './paper-size.ts';

/** A text as glyph numbers of the font, in hexadecimal, and its width at the size of one point. */
export type Encode = (text: string) => { hex: string; width: number };

/**
 * Operators that write words over their picture without showing them (PDF 32000-1, 9.3.6, mode 3): each stretched over its
 * own box, in reading order, a space after each that is not the last of its line. The page's origin is at the top left.
 */
export function invisibleText(lines: readonly LaidLine[], font: string, encode: Encode): string {
  const written = lines.flatMap(({ words }) =>
    words.flatMap((word, at) => drawn(word, at < words.length - 1, font, encode)),
  );
  return written.length === 0 ? '' : ['BT', '3 Tr', ...written, 'ET'].join('\n');
}

function drawn(word: LaidWord, hasNext: boolean, font: string, encode: Encode): string[] {
  const { hex, width } = encode(word.text);
  const high = word.bottom - word.top;
  if (width === 0 || high <= 0) return [];
  const size = high * 0.8;
  const stretched = (100 * (word.right - word.left)) / (width * size);
  return [
    `/${font} ${short(size)} Tf ${short(Math.max(1, stretched))} Tz`,
    `1 0 0 -1 ${short(word.left)} ${short(word.bottom - high * 0.22)} Tm <${hex}${hasNext ? encode(' ').hex : ''}> Tj`,
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
