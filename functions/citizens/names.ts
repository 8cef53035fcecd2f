import { nameWords } from './normalise.ts';

/**
 * How two names stand to each other. `relative`: a family name in common and given names that differ, as twins, spouses,
 * parents and children have; `unknown` when one of them says too little.
 */
export type NameRelation = 'same' | 'close' | 'relative' | 'other' | 'unknown';

/** Fewer than `most` letters added, left out, changed or swapped between two words. */
export const isNear = (one: string, other: string, most: number): boolean => {
  if (Math.abs(one.length - other.length) > most) return false;
  let previous: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const cost = one[at - 1] === other[to - 1] ? 0 : 1;
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + cost,
          swapped ? (previous[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    previous = row;
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
};

const slips = (word: string): number => (word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0);
const meets = (one: string, other: string): 'whole' | 'near' | null => {
  if (one === other) return 'whole';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 1 && long.startsWith(short)) return 'near';
  return isNear(one, other, slips(short)) ? 'near' : null;
};

/** Compares two names whatever the order of their words; a second given name or a second family name may be left out. */
export const compareNames = (one: string, other: string): NameRelation => {
  const [few, many] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ];
  if (few.length === 0) return 'unknown';
  const left = [...many];
  const found = few.map((word) => {
    const whole = left.indexOf(word);
    const at = whole >= 0 ? whole : left.findIndex((each) => meets(word, each));
    const [match] = at >= 0 ? left.splice(at, 1) : [];
    return match === undefined ? null : meets(word, match);
  });
  const met = found.filter(Boolean).length;
  if (met < few.length) return met > 0 ? 'relative' : 'other';
  if (few.length === 1) return many.length === 1 ? 'unknown' : 'close';
  const isWhole = found.every((each) => each === 'whole');
  return isWhole && left.length === 0 ? 'same' : 'close';
};
