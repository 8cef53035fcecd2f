import type { Laid } from '../../../functions/documents/reading/lay-words.ts';
import type { Range } from './highlight.ts';

export type MarkedPart = { left: number; right: number; top: number; bottom: number; mark: Range['mark'] };
/** The boxes of marked ranges of the text, one for each word or part of a word. */
export const markedParts = ({ words }: Laid, ranges: readonly Range[]): MarkedPart[] =>
  ranges.flatMap(({ from, to, mark }) =>
    words
      .filter((word) => word.from < to && word.from + word.text.length > from)
      .map((word) => {
        const wide = (word.right - word.left) / word.text.length;
        const left = word.left + wide * Math.max(0, from - word.from);
        const right = word.left + wide * Math.min(word.text.length, to - word.from);
        return { left, right, top: word.top, bottom: word.bottom, mark };
      }),
  );
