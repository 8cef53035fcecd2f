import type { Box, Word } from './words.ts';

type Size = { width: number; height: number };
type Point = [x: number, y: number];

/** Where words lie once their page was turned clockwise by a quarter, a half or three quarters. */
export const turnedWords = (words: readonly Word[], degrees: number): Word[] =>
  words.map((word) => ({ ...word, box: turned(word.box, (((degrees % 360) + 360) % 360) / 90) }));

function turned([left, top, width, height]: Box, quarters: number): Box {
  if (quarters === 1) return [1 - top - height, left, height, width];
  if (quarters === 2) return [1 - left - width, 1 - top - height, width, height];
  if (quarters === 3) return [top, 1 - left - width, height, width];
  return [left, top, width, height];
}

/**
 * Where words lie once their page (`size`, in pixels) was turned by a few degrees clockwise around its middle, the picture
 * growing so that no corner is lost. The line through the middle of a word is turned; its height stays.
 */
export function tiltedWords(words: readonly Word[], degrees: number, size: Size): Word[] {
  if (degrees === 0) return [...words];
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const grown = {
    width: size.width * Math.abs(cos) + size.height * Math.abs(sin),
    height: size.width * Math.abs(sin) + size.height * Math.abs(cos),
  };
  const place = ([x, y]: Point): Point => {
    const [across, down] = [(x - 0.5) * size.width, (y - 0.5) * size.height];
    return [
      (across * cos - down * sin) / grown.width + 0.5,
      (across * sin + down * cos) / grown.height + 0.5,
    ];
  };
  return words.map((word) => {
    const [left, top, width, height] = word.box;
    const [x, y] = place([left + width / 2, top + height / 2]);
    const across = (width * size.width) / grown.width;
    const down = (height * size.height) / grown.height;
    return { ...word, box: [x - across / 2, y - down / 2, across, down] };
  });
}
