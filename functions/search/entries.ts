import type { SearchDocument } from './document.ts';
import { addressWords, codeOf, mailOf, nameWords, subjectWords } from './tokens.ts';

/**
 * One place under which a document is found. The value comes first in `sk`, then the instant: a value is read from the most
 * recent on, a beginning in the order of the alphabet, and never more than the first few, however many there are.
 */
export type Entry = { pk: string; sk: string };
export type Kind = SearchDocument['kind'];
const letterOf = { person: 'p', request: 'r' } as const;

/** Partitions are many and small: the first letters of a word, the whole first word of a pair, part of a number. */
export const singlePlace = (kind: Kind, word: string): string => `${letterOf[kind]}1#${word.slice(0, 3)}`;
export const isSingle = ({ pk }: Entry): boolean => pk[1] === '1';
/** What stands before the instant and the id. */
export const valueIn = ({ sk }: Entry): string => sk.split('#').slice(0, -2).join('#');
/** Two words of one document, read together: what tells Paul Martin from every Martin and every Paul. */
export const pairPlace = (kind: Kind, first: string): string => `${letterOf[kind]}2#${first}`;
/** Numbers are kept from their last digit on: that is how they are said when they are not said whole. */
export const phonePlace = (kind: Kind, digits: string): string => `${letterOf[kind]}t#${digits.slice(-4)}`;
export const mailPlace = (kind: Kind, mail: string): string => `${letterOf[kind]}m#${mail.slice(0, 3)}`;
export const codePlace = (kind: Kind, code: string): string => `${letterOf[kind]}c#${code.slice(0, 6)}`;

export const digitsOf = (phone: string): string => phone.replace(/\D/g, '').slice(0, 15);
export const reversed = (text: string): string => [...text].reverse().join('');
/** The two words of a pair in the order they are always kept in. */
export const inOrder = (one: string, other: string): [string, string] =>
  one < other ? [one, other] : [other, one];

const most = { names: 8, phones: 10, emails: 10, addresses: 5, codes: 10 };

type Found = [place: string, value: string];
const pairOf = (kind: Kind, first: string, second: string): Found => [pairPlace(kind, first), second];
const kept = (kind: Kind, one: string, other: string): Found => pairOf(kind, ...inOrder(one, other));

/** Names are typed in any order and cut anywhere: their pairs are kept both ways, unless the name is very long. */
function namePairs(kind: Kind, name: string): Found[] {
  const { words, joined } = nameWords(name);
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other] as const));
  const across = joined.flatMap(({ word, from }) =>
    words.filter((other) => !from.includes(other)).map((other) => [word, other] as const),
  );
  return [...pairs, ...across].flatMap(([one, other]) =>
    words.length > 4 ? [kept(kind, one, other)] : [pairOf(kind, one, other), pairOf(kind, other, one)],
  );
}

/** The longest words of a subject tell the most. */
const longest = (words: readonly string[]): string[] =>
  [...words].sort((one, other) => other.length - one.length).slice(0, 2);

function found({ kind, ...document }: SearchDocument): Found[] {
  const names = document.names.slice(0, most.names);
  const addresses = document.addresses.slice(0, most.addresses).map(addressWords);
  const subject = subjectWords(document.subject ?? '');
  const streets = [...new Set(addresses.flatMap(({ street }) => street))];
  const who = [...new Set(names.flatMap((name) => nameWords(name).words))].slice(0, 4);
  const single = (word: string): Found => [singlePlace(kind, word), word];
  return [
    ...document.codes.slice(0, most.codes).flatMap((code): Found[] => {
      const value = codeOf(code);
      // A request is read by its reference itself: no entry leads to it.
      return value.length < 6 || code === document.id ? [] : [[codePlace(kind, value), value]];
    }),
    ...document.phones.slice(0, most.phones).flatMap((phone): Found[] => {
      const digits = digitsOf(phone);
      return digits.length < 6 ? [] : [[phonePlace(kind, digits), reversed(digits)]];
    }),
    ...document.emails
      .slice(0, most.emails)
      .map((email): Found => [mailPlace(kind, mailOf(email)), mailOf(email)]),
    ...names.flatMap((name) => namePairs(kind, name)),
    ...names.flatMap((name) => nameWords(name).words.map(single)),
    ...names.flatMap((name) => nameWords(name).joined.map(({ word }) => single(word))),
    ...streets.map(single),
    ...addresses.flatMap(({ number, street }) =>
      number ? street.map((word) => kept(kind, number, word)) : [],
    ),
    ...who.flatMap((name) => streets.slice(0, 2).map((street) => kept(kind, name, street))),
    ...subject.map(single),
    ...subject.slice(1, 5).map((word, at) => kept(kind, word, subject[at] ?? '')),
    ...who.slice(0, 3).flatMap((name) => longest(subject).map((word) => kept(kind, name, word))),
  ];
}

/** `at` as the figures of its minute. */
const stampOf = (at: string): string => at.replace(/\D/g, '').slice(0, 12);
/** What follows the value in a sort key; the id is the rest after the second mark. */
export const tailOf = ({ at, id }: Pick<SearchDocument, 'at' | 'id'>): string => `#${stampOf(at)}#${id}`;

/** Every place of a document, the most telling first, each once. Some thirty for a request, at most a few hundred. */
export function entriesOf(document: SearchDocument): Entry[] {
  const tail = tailOf(document);
  const entries = new Map<string, Entry>();
  for (const [pk, value] of found(document)) {
    const sk = `${value}${tail}`;
    entries.set(`${pk} ${sk}`, { pk, sk });
  }
  return [...entries.values()];
}
