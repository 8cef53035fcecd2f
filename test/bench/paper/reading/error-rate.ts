import type { Truth } from './letter.ts';

/** Space, apostrophes and dashes are one of each; accents and capitals count. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** Characters wrong, in hundredths of those of the letter, in the order of its header that suits the reading best. */
export function errorRate(read: string, { heads, rest }: Truth): number {
  const found = plain(read);
  const rates = ordersOf(heads).map((order) => {
    const wanted = plain([...order, rest].join(' '));
    return (distance(found, wanted) / wanted.length) * 100;
  });
  return Math.min(...rates);
}

const ordersOf = (parts: string[]): string[][] =>
  parts.length < 2
    ? [parts]
    : parts.flatMap((part, index) => ordersOf(parts.toSpliced(index, 1)).map((others) => [part, ...others]));

/** Levenshtein's distance. */
export function distance(one: string, other: string): number {
  let before = Uint16Array.from({ length: other.length + 1 }, (_, index) => index);
  let row = new Uint16Array(other.length + 1);
  for (let at = 1; at <= one.length; at++) {
    row[0] = at;
    const letter = one.charCodeAt(at - 1);
    for (let to = 1; to <= other.length; to++) {
      const changed = (before[to - 1] as number) + (other.charCodeAt(to - 1) === letter ? 0 : 1);
      const shorter = (before[to] as number) + 1;
      const longer = (row[to - 1] as number) + 1;
      row[to] = Math.min(changed, shorter, longer);
    }
    [before, row] = [row, before];
  }
  return before[other.length] as number;
}
