import { stemsOf } from './fields.ts';
import type { SearchIndex } from './open-index.ts';
import { longestSaying, type Saying, sayingsFor } from './plain-words.ts';
import { stemOf } from './stem.ts';
import { saysNothing, wordsOf } from './words.ts';

/** One thing that is asked, in all the ways an article may say it. */
export type Wish = { readonly sayings: readonly Saying[]; readonly weight: number; readonly counts: boolean };

export const tuning = { pair: 0.6, phrase: 0.7, intent: 0.25 };

/** Longer is no pair of words. */
const longestJoined = 60;

/** What a query asks of an index: its words, their neighbours, and other words for them. */
export function wishesOf({ terms, spellings }: SearchIndex, query: string): Wish[] {
  const words = wordsOf(query);
  const kept = words.filter((word) => !saysNothing(word));
  const asked = kept.length > 0 ? kept : words;
  const read = asked.flatMap((word) => readings(word));
  const wishes: Wish[] = read.map(({ sayings }) => ({ sayings, weight: 1, counts: true }));
  const stems = read.map(({ stem }) => stem);
  for (let at = 1; at < stems.length; at++)
    wishes.push(single([`${stems[at - 1]} ${stems[at]}`], tuning.pair));
  for (let length = 2; length <= longestSaying; length++)
    for (let at = 0; at + length <= stems.length; at++) {
      const sayings = sayingsFor(stems.slice(at, at + length).join(' '));
      if (sayings.length > 0) wishes.push({ sayings, weight: tuning.phrase, counts: false });
    }
  for (const word of words.filter(saysNothing)) {
    const sayings = sayingsFor(word);
    if (sayings.length > 0) wishes.push({ sayings, weight: tuning.intent, counts: false });
  }
  return wishes;

  function readings(word: string): { stem: string; sayings: Saying[] }[] {
    const stem = stemOf(word);
    const others = sayingsFor(stem);
    const own = { terms: [stem], weight: 1 };
    if (terms.has(stem)) return [{ stem, sayings: [own, ...others] }];
    if (others.length > 0) return [{ stem, sayings: [own, ...others] }];
    const elided = stemOf(word.replace(/^(?:[dljmnst]|qu)(?=[aeiouyh])/, ''));
    if (elided !== stem && terms.has(elided))
      return [{ stem: elided, sayings: [{ terms: [elided], weight: 1 }, ...sayingsFor(elided)] }];
    const parts = splitWord(word);
    if (parts) return parts.flatMap(readings);
    const likely = spellings(stem);
    const best = likely[0];
    return [
      {
        stem: best?.term ?? stem,
        sayings: [
          own,
          ...likely.map(({ term, likeness }) => ({ terms: [term], weight: likeness })),
          ...(best
            ? sayingsFor(best.term).map((each) => ({ ...each, weight: each.weight * best.likeness }))
            : []),
        ],
      },
    ];
  }

  /** "cartegrise" was two words. */
  function splitWord(word: string): string[] | undefined {
    if (word.length > longestJoined) return undefined;
    for (let at = 4; at <= word.length - 4; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => terms.has(stemOf(part)))) return parts;
    }
    return undefined;
  }
}

const single = (terms: string[], weight: number): Wish => ({
  sayings: [{ terms, weight: 1 }],
  weight,
  counts: false,
});

/** The stems of the words themselves, and of what they most probably stand for. */
export const stemsMeant = (wishes: readonly Wish[]): Set<string> =>
  new Set(
    wishes
      .filter(({ counts }) => counts)
      .flatMap(({ sayings }) => sayings.filter(({ weight }) => weight > 0.4))
      .flatMap(({ terms }) => terms.flatMap((term) => term.split(' '))),
  );

/** The stems an answer is looked for with, to choose the sentences that are shown. */
export const stemsAsked = (wishes: readonly Wish[], query: string): Set<string> =>
  new Set([
    ...stemsOf(query),
    ...wishes.flatMap(({ sayings }) =>
      sayings.flatMap(({ terms }) => terms.flatMap((term) => term.split(' '))),
    ),
  ]);
