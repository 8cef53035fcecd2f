/** Words longer than this are compared by their beginning. */
const compared = 10;
export const startOf = (word: string): string => word.slice(0, compared);
export const shortest = 4;

/**
 * The word and what it becomes when one letter is left out. Two words that differ by one letter too many, missing, other or
 * swapped share at least one of these.
 */
export function withoutOne(word: string): string[] {
  const start = startOf(word);
  const all = new Set([start]);
  if (start.length >= shortest)
    for (let at = 0; at < start.length; at++) all.add(start.slice(0, at) + start.slice(at + 1));
  return [...all];
}

/** Letters added, left out, changed or swapped with their neighbour between two words. */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}
