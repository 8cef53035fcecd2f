import { masked } from '../../qualification/extraction/nir.ts';
import { isEmptyWord, wordsOf } from '../../search/tokens.ts';

/** A letter is found by so many words at most: each is a line of the index. */
export const mostWords = 24;
const shortest = 3;
/** Who writes, about what: the head of a letter says it. Its middle is prose. */
const headLength = 1_500;

/**
 * Words by which a scanned letter is found: of the name of its file, then of its text, the telling ones first. A name or
 * a number (capital letter or figures) tells more than a word of prose, the head of the letter more than its middle.
 */
export function searchWords(fileName: string, text: string): string[] {
  const named = telling(wordsOf(fileName.replace(/\.[a-z]{3,4}$/i, '')));
  const weights = new Map<string, number>();
  // A number of the national register is nothing to be found by.
  for (const found of masked(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    const [word] = telling(wordsOf(found[0]));
    if (!word) continue;
    const isNumber = /\d/.test(word);
    // A short number is a page, a day or a price; four figures and more are a year, a file, a telephone.
    if (isNumber && word.length < 4) continue;
    const isName = /^\p{Lu}/u.test(found[0]);
    const weight = (isNumber || isName ? 2 : 1) + (found.index < headLength ? 2 : 0);
    weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  }
  const read = [...weights].sort(([, one], [, other]) => other - one).map(([word]) => word);
  return [...new Set([...named.slice(0, 6), ...read])].slice(0, mostWords);
}

const telling = (words: readonly string[]): string[] =>
  words.filter((word) => word.length >= shortest && !isEmptyWord(word));

/** What is typed, as the index holds it; the word to look under is the longest, the others are asked of what it finds. */
export function typedWords(typed: string): { under: string; others: string[] } | null {
  const all = [...new Set(wordsOf(typed))];
  const known = telling(all);
  const words = known.length > 0 ? known : all.filter((word) => word.length >= shortest);
  const [under, ...others] = [...words].sort((one, other) => other.length - one.length);
  return under ? { under, others } : null;
}

/** Words that begin alike lie together, so that the beginning of a word finds it. */
export const bucketOf = (word: string): string => `WORD#${word.slice(0, shortest)}`;
