/** Left, top, width and height as shares (0 to 1) of the page as it is shown: upright and level. */
export type Box = readonly [left: number, top: number, width: number, height: number];
/** A word as it was read. `confidence` is 0 to 100; `line` counts the lines of the page from 0 in reading order. */
export type Word = { text: string; confidence: number; box: Box; line: number };
/** What a reader says of a page, lying as it was shown to it. `text` is its lines in reading order. */
export type Read = { text: string; confidence: number; words: Word[] };
