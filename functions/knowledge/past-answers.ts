import { masked } from '../qualification/extraction/nir.ts';
import { buildIndex } from './search/build-index.ts';
import { openIndex, type SearchIndex } from './search/open-index.ts';
import { search } from './search/search.ts';
import { fold } from './search/words.ts';

export type PastAnswer = {
  reference: string;
  subject: string;
  sender: string;
  author: string | null;
  text: string;
};
export type FoundAnswer = { reference: string; subject: string; passage: string; score: number };
/** Part of the words an answer of before has to hold, rare ones more: they are shown to who did not ask for them. */
const enough = 0.5;
const somebody = '\u2026';

const civility =
  /(?<!\p{L})(?:M\.|MM\.|Mme|Mlle|Me|Monsieur|Madame|Mademoiselle)(?:\s+\p{Lu}[\p{L}\u2019'-]*)+/gu;
const contact =
  /\S{1,80}@\S+|https?:\/\/\S+|\+?\d(?:[ .\u00a0\u202f-]?\d){4,}|(?<!\p{Lu})\p{Lu}{2,}-\d{4}-\d+(?:-\p{Lu})?/gu;
const word = /[\p{L}\u2019'-]+/gu;

/** A text without who it was written to or by, as far as they are known: numbers, addresses of mail, references and names. */
export function withoutPeople(text: string, names: readonly string[]): string {
  const known = new Set(names.flatMap((name) => fold(name).match(/[a-z]{2,}/g) ?? []));
  return masked(text)
    .replace(contact, somebody)
    .replace(civility, somebody)
    .replace(word, (one) => {
      const parts = fold(one).match(/[a-z]{2,}/g) ?? [];
      return /^\p{Lu}/u.test(one) && parts.some((part) => known.has(part)) ? somebody : one;
    })
    .replace(/\u2026(?:\s*\u2026)+/g, somebody);
}

/** The answers as an index that names nobody; one that was given to many stands once. */
export function answersIndex(answers: readonly PastAnswer[]): SearchIndex {
  const said = new Set<string>();
  const texts = answers.flatMap(({ reference, subject, sender, author, text }) => {
    const names = [sender, author ?? ''];
    const body = withoutPeople(text, names).trim();
    if (body === '' || said.has(body)) return [];
    said.add(body);
    return [{ id: reference, title: withoutPeople(subject, names), body }];
  });
  return openIndex(buildIndex(texts));
}

/** Answers that hold enough of some words, best first. */
export const findAnswers = (index: SearchIndex, q: string, limit: number): FoundAnswer[] =>
  search(index, q, limit)
    .filter(({ coverage }) => coverage >= enough)
    .map(({ id, title, passage, score }) => ({ reference: id, subject: title, passage, score }));
