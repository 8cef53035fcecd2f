/** A line of text and its box, as shares of the page's width and height. */
export type ReadLine = { text: string; width: number; height: number };

/** A reading of a page turned clockwise by `turned` degrees. */
export type Attempt = { text: string; confidence: number; turned: number; isLevel: boolean };

/** Typed pages that stand upright read at 80 and more; on their side or head, at 25 to 40. */
const surelyUpright = 60;
const turns = [0, 180, 90, 270];

/** Lines of an upright page are wider than high. `ratio` is the height of the page over its width. */
export function isLevel(lines: readonly ReadLine[], ratio: number): boolean {
  const telling = lines.filter((line) => line.text.length >= 8);
  const upright = telling.filter((line) => line.height * ratio > line.width);
  return upright.length * 2 <= telling.length;
}

/** The better of two readings: level lines first, since some readers read a page on its side as well. */
export const better = (one: Attempt, other: Attempt): Attempt => {
  if (one.isLevel !== other.isLevel) return one.isLevel ? one : other;
  return other.confidence > one.confidence ? other : one;
};

/** The turn to try next after a reading, or null when the page stands upright or all were tried. */
export function nextTurn(latest: Attempt): number | null {
  if (latest.text === '' || (latest.confidence >= surelyUpright && latest.isLevel)) return null;
  return turns[turns.indexOf(latest.turned) + 1] ?? null;
}
