import type { SearchDocument } from './document.ts';
import { digitsOf } from './entries.ts';
import { addressWords, codeOf, mailOf, nameWords, wordsOf } from './tokens.ts';
import type { Typed } from './typed.ts';
import { likeness } from './vocabulary.ts';

/** Below this a document is another one. */
export const leastScore = 0.4;

type Weighed = readonly [word: string, weight: number];
/** Words of a document with what each is worth: a name more than the words of a subject. */
function weighed({ names, addresses, subject }: SearchDocument): Weighed[] {
  const named = names.map(nameWords);
  const places = addresses.map(addressWords);
  const weigh = (words: readonly string[], weight: number) => words.map((word): Weighed => [word, weight]);
  return [
    ...named.flatMap(({ words, joined }) => weigh([...words, ...joined.map(({ word }) => word)], 1)),
    ...places.flatMap(({ street, number }) => weigh([...street, ...(number ? [number] : [])], 0.97)),
    ...places.flatMap(({ town }) => weigh(town, 0.9)),
    ...weigh(wordsOf(subject ?? ''), 0.95),
  ];
}

const wordScore = (typed: string, words: readonly Weighed[], growing: string | null): number =>
  Math.max(
    0,
    ...words.map(([word, weight]) => {
      const begins = typed === growing && word.startsWith(typed);
      const close = likeness(typed, word);
      return weight * (begins ? Math.max(close, 0.9 + (0.1 * typed.length) / word.length) : close);
    }),
  );

/** 0 to 1: how much of what was typed the document answers, long words counting more than short ones. */
export function scoreOf(document: SearchDocument, typed: Typed): number {
  if (typed.references.includes(document.id)) return 1;
  const words = weighed(document);
  const phones = document.phones.map(digitsOf);
  const codes = [...document.codes, document.id].map(codeOf);
  const emails = document.emails.map(mailOf);
  const holdsNumber = (digits: string) =>
    phones.some((phone) => phone.endsWith(digits)) || codes.some((code) => code.startsWith(digits));
  const parts: [score: number, weight: number][] = [
    ...typed.words.map((word): [number, number] => [
      wordScore(word, words, typed.growing),
      Math.min(word.length, 8),
    ]),
    // The digits of a phone are also read as the beginning of a SIRET: one thing was typed.
    ...(typed.phones.length > 0 ? typed.phones : typed.codes).map((number, at): [number, number] => [
      Number(holdsNumber(number) || holdsNumber(typed.codes[at] ?? number)),
      10,
    ]),
    ...typed.mails.map((mail): [number, number] => {
      const begins = emails.some((email) => email.startsWith(mail));
      return [emails.includes(mail) ? 1 : begins ? 0.95 : 0.75 * localScore(mail, words), 10];
    }),
  ];
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return 0;
  const answered = parts.reduce((sum, [score, weight]) => sum + score * weight, 0) / total;
  return answered * (typed.words.length > 0 ? 0.97 + 0.03 * borne(document, typed) : 1);
}

/** How much of the best of its names was typed: Marie Martin comes before Marie-Claire Martin when the first was typed. */
function borne({ names }: SearchDocument, { words, growing }: Typed): number {
  const typed = (word: string) =>
    words.some((one) => likeness(one, word) > 0 || (one === growing && word.startsWith(one)));
  return Math.max(
    0,
    ...names.map((name) => {
      const all = nameWords(name).words;
      return all.filter(typed).length / Math.max(1, all.length);
    }),
  );
}

/** Words before the @ of an address: who writes from another address is still the same name. */
export const localWords = (mail: string): string[] =>
  wordsOf(mail.split('@')[0] ?? '').filter((word) => /^\p{L}{3,}$/u.test(word));
const localScore = (mail: string, words: readonly Weighed[]): number => {
  const scores = localWords(mail).map((word) => wordScore(word, words, null));
  return scores.length === 0 ? 0 : scores.reduce((sum, one) => sum + one, 0) / scores.length;
};
