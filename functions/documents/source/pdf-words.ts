import type { Box, Word } from '../reading/words.ts';

/** A character of a PDF: spaces and line ends that the file does not hold are given without a box. */
export type Character = { code: number; box: Box | null };

/** Stands in the text of a PDF where a word was cut at the end of a line. */
const cutHyphen = 2;

/** The text that characters make, line by line, and its words with the boxes around their letters. */
export function wordsOf(characters: readonly Character[]): { text: string; words: Word[] } {
  const words: Word[] = [];
  const lines: string[][] = [[]];
  let letters = '';
  let boxes: Box[] = [];
  const endWord = () => {
    if (letters) {
      lines.at(-1)?.push(letters);
      const box = around(boxes);
      if (box) words.push({ text: letters, confidence: 100, box, line: lines.length - 1 });
    }
    letters = '';
    boxes = [];
  };
  for (const { code, box } of characters) {
    const letter = code === cutHyphen ? '-' : String.fromCodePoint(Math.min(code, 0x10ffff));
    if (/\s/u.test(letter) || code === 0) {
      endWord();
      if (code === 10 && lines.at(-1)?.length) lines.push([]);
    } else {
      letters += letter;
      if (box && box[2] > 0 && box[3] > 0) boxes.push(box);
    }
  }
  endWord();
  const text = lines.map((line) => line.join(' ')).join('\n');
  return { text: text.trim(), words };
}

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}
