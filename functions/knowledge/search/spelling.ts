import { soundOf } from './sound.ts';

/** Finds the terms a mistyped word may stand for. */
export type Spellings = (word: string) => { term: string; likeness: number }[];
const mostFound = 3;

/** Prepares the search of likely terms among those of a collection, by their sound and by their letters. */
export function spellings(terms: readonly string[]): Spellings {
  const prepared = prepare(terms);
  return (word) => {
    if (word.length < 4) return [];
    const near = new Map<string, number>();
    for (const term of prepared.bySound.get(soundOf(word)) ?? []) if (term.length > 2) near.set(term, 0.9);
    const shared = new Map<number, number>();
    for (const gram of gramsOf(word))
      for (const at of prepared.byGram.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const slips = word.length > 7 ? 2 : 1;
    for (const [at, common] of shared) {
      const term = terms[at] as string;
      if (common < 2 || Math.abs(term.length - word.length) > slips || term.length < 4) continue;
      const distance = slipsBetween(word, term, slips);
      if (distance <= slips) near.set(term, Math.max(near.get(term) ?? 0, 0.95 - 0.15 * distance));
    }
    return [...near]
      .map(([term, likeness]) => ({ term, likeness }))
      .sort((one, other) => other.likeness - one.likeness || (one.term < other.term ? -1 : 1))
      .slice(0, mostFound);
  };
}

function prepare(terms: readonly string[]) {
  const bySound = new Map<string, string[]>();
  const byGram = new Map<string, number[]>();
  terms.forEach((term, at) => {
    if (/\d/.test(term)) return;
    add(bySound, soundOf(term), term);
    for (const gram of gramsOf(term)) add(byGram, gram, at);
  });
  return { bySound, byGram };
}

const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const kept = map.get(key);
  if (kept) kept.push(value);
  else map.set(key, [value]);
};

const gramsOf = (word: string): Set<string> => {
  const edged = `^${word}$`;
  const grams = new Set<string>();
  for (let at = 0; at < edged.length - 1; at++) grams.add(edged.slice(at, at + 2));
  return grams;
};

/** Letters added, left out, changed or swapped, counted no further than one more than `most`. */
export function slipsBetween(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (isSame ? 0 : 1),
      );
      const isSwap =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) least = Math.min(least, (before[column - 2] as number) + 1);
      current.push(least);
    }
    if (Math.min(...current) > most) return most + 1;
    [before, last] = [last, current];
  }
  return last[other.length] as number;
}
