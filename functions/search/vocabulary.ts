import type { SearchDocument } from './document.ts';
import { entriesOf, isSingle, valueIn } from './entries.ts';
import { soundOf } from './sound.ts';
import { distance, shortest, startOf, withoutOne } from './typos.ts';

/**
 * The words that are known, found by what is left of them without one letter and by how they sound. A word is kept once,
 * whoever bears it: typing errors are forgiven without an entry of their own in each document.
 */
export const vocabularySort = 'WORDS';
export const mostWordsOfBucket = 200;
const isWord = (word: string): boolean => word.length >= shortest && /^\p{L}+$/u.test(word);

/** Words of a document that are looked up by themselves. */
export const vocabularyOf = (document: SearchDocument): string[] => [
  ...new Set(entriesOf(document).filter(isSingle).map(valueIn).filter(isWord)),
];

const spellingBucket = (rest: string): string => `v#${rest}`;
/** The bucket that holds a word that is known, whatever else holds it. */
export const ownBucket = (word: string): string => spellingBucket(startOf(word));
const soundBucket = (word: string): string[] => {
  const sound = soundOf(word);
  return sound.length > 1 ? [`s#${sound}`] : [];
};
/** Where a word is kept, and where words like it are looked for: at most a dozen buckets. */
export const bucketsOf = (word: string): string[] =>
  isWord(word) ? [...withoutOne(word).map(spellingBucket), ...soundBucket(word)] : [];

export type Alike = { word: string; likeness: number };
/** 1 the same, down to 0.7; 0 when it is another word. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length < shortest || word.length < shortest) return 0;
  const isSameSound = soundOf(typed) === soundOf(word) && soundOf(word).length > 1;
  const apart = distance(typed, word);
  if (apart === 1) return isSameSound ? 0.92 : typed[0] === word[0] ? 0.87 : 0.82;
  if (isSameSound && apart <= 3) return 0.84;
  return apart === 2 && Math.min(typed.length, word.length) >= 7 ? 0.72 : 0;
}

/** Known words most like the typed one, itself left out, best first. */
export const alike = (typed: string, known: Iterable<string>, most: number): Alike[] =>
  [...new Set(known)]
    .map((word) => ({ word, likeness: likeness(typed, word) }))
    .filter((one) => one.likeness > 0 && one.word !== typed)
    .sort((one, other) => other.likeness - one.likeness || (one.word < other.word ? -1 : 1))
    .slice(0, most);
