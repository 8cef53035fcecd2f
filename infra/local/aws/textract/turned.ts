import type { Bbox, Page } from 'tesseract.js';

/** Degrees clockwise. */
export type Turn = 90 | 180 | 270;
type Size = { width: number; height: number };

export const isTurn = (degrees: number | null): degrees is Turn =>
  degrees === 90 || degrees === 180 || degrees === 270;

/** What was read on a page after turning it, with boxes on the page as it lay. */
export function turnedBack(read: Page, turn: Turn, size: Size): Page {
  const box = (bbox: Bbox) => boxBack(bbox, turn, size);
  const blocks = (read.blocks ?? []).map((block) => ({
    ...block,
    bbox: box(block.bbox),
    paragraphs: block.paragraphs.map((paragraph) => ({
      ...paragraph,
      bbox: box(paragraph.bbox),
      lines: paragraph.lines.map((line) => ({
        ...line,
        bbox: box(line.bbox),
        words: line.words.map((word) => ({ ...word, bbox: box(word.bbox) })),
      })),
    })),
  }));
  return { ...read, blocks };
}

/** `size` is the page's as it lay, before the turn. */
export function boxBack({ x0, y0, x1, y1 }: Bbox, turn: Turn, { width, height }: Size): Bbox {
  if (turn === 90) return { x0: y0, x1: y1, y0: height - x1, y1: height - x0 };
  if (turn === 270) return { x0: width - y1, x1: width - y0, y0: x0, y1: x1 };
  return { x0: width - x1, x1: width - x0, y0: height - y1, y1: height - y0 };
}
