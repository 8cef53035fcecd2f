import {
  codePlace,
  inOrder,
  type Kind,
  mailPlace,
  pairPlace,
  phonePlace,
  reversed,
  singlePlace,
} from './entries.ts';
import type { Typed } from './typed.ts';
import type { Alike } from './vocabulary.ts';

/** One query: entries of `pk` that begin so, from the most recent on or in the order of the alphabet. */
export type Read = {
  pk: string;
  begins: string;
  newest: boolean;
  /** What of the typed words it answers, and how surely (0 to 1). */
  proves: string[];
  worth: number;
};
/** Whatever is kept and whatever is typed, a search makes no more reads than this of each kind, and reads no more of each. */
export const mostReads = 12;
export const readLimit = 30;

const isNumber = (word: string): boolean => /^\d+$/.test(word);
const mostPaired = 4;

/** The words that tell most come first: a long word is borne by fewer. */
const telling = ({ words }: Typed): string[] =>
  [...words].sort(
    (one, other) => Number(isNumber(one)) - Number(isNumber(other)) || other.length - one.length,
  );
const pairsOf = (words: readonly string[]): [string, string][] =>
  words.flatMap((one, at) => words.slice(at + 1).map((other): [string, string] => [one, other]));

const pairRead = (kind: Kind, one: string, other: string, worth = 1): Omit<Read, 'proves'> => {
  const [first, second] = inOrder(one, other);
  return { pk: pairPlace(kind, first), begins: `${second}#`, newest: true, worth };
};
const growingRead = (kind: Kind, one: string, growing: string, worth = 0.95): Omit<Read, 'proves'> => ({
  pk: pairPlace(kind, one),
  begins: growing,
  newest: false,
  worth,
});
const singleRead = (kind: Kind, word: string, worth = 1): Omit<Read, 'proves'> => ({
  pk: singlePlace(kind, word),
  begins: `${word}#`,
  newest: true,
  worth,
});

/** Each word by itself, and what the last one may become. */
const aloneReads = (typed: Typed, kind: Kind): Read[] => {
  const letters = telling(typed).filter((word) => !isNumber(word));
  const growing = letters.includes(typed.growing ?? '') ? (typed.growing as string) : null;
  return [
    ...letters.slice(0, 3).map((word) => ({ ...singleRead(kind, word), proves: [word] })),
    ...(growing
      ? [
          {
            ...{ pk: singlePlace(kind, growing), begins: growing, newest: false },
            ...{ proves: [growing], worth: 0.9 },
          },
        ]
      : []),
  ];
};

/** What is read at once: numbers, and pairs of words as typed; a word alone when it is the only one. */
export function firstReads(typed: Typed, kind: Kind): Read[] {
  const { phones, codes, mails } = typed;
  const words = telling(typed).slice(0, mostPaired);
  const letters = words.filter((word) => !isNumber(word));
  const growing = letters.includes(typed.growing ?? '') ? (typed.growing as string) : null;
  const others = letters.filter((word) => word !== growing);
  const reads: Read[] = [
    ...phones
      .filter((digits) => digits.length >= 4)
      .map((digits) => ({
        ...{ pk: phonePlace(kind, digits), begins: reversed(digits), newest: false },
        ...{ proves: [digits], worth: 1 },
      })),
    ...codes
      .filter((code) => code.length >= 6)
      .map((code) => ({
        ...{ pk: codePlace(kind, code), begins: code, newest: false },
        ...{ proves: [code], worth: 1 },
      })),
    ...mails
      .filter((mail) => mail.length >= 3)
      .map((mail) => ({
        ...{ pk: mailPlace(kind, mail), begins: mail, newest: false },
        ...{ proves: [mail], worth: 1 },
      })),
    ...pairsOf(words).map(([one, other]) => ({ ...pairRead(kind, one, other), proves: [one, other] })),
    ...(growing
      ? others.slice(0, 2).map((one) => ({ ...growingRead(kind, one, growing), proves: [one, growing] }))
      : []),
    ...(words.length === 1 ? aloneReads(typed, kind) : []),
  ];
  return reads.slice(0, mostReads);
}

/**
 * What is read next: the same with words like those typed, the likeliest first. When nothing answered all that was typed, more
 * of them, and each word alone.
 */
export function closeReads(
  typed: Typed,
  kind: Kind,
  { others, isAnswered }: { others: ReadonlyMap<string, readonly Alike[]>; isAnswered: boolean },
): Read[] {
  const words = telling(typed).slice(0, 3);
  const best = (some: Read[]) => some.sort((one, other) => other.worth - one.worth);
  const singles = words.flatMap((word) =>
    (others.get(word) ?? []).map(({ word: other, likeness }) => ({
      ...singleRead(kind, other, likeness),
      proves: [word],
    })),
  );
  if (words.length < 2) return best(singles).slice(0, isAnswered ? 2 : mostReads / 2);
  const close = best(closePairs(typed, kind, { others, words }));
  if (isAnswered) return close.slice(0, 3);
  const alone = [...aloneReads(typed, kind), ...best(singles).slice(0, 2)];
  return [...close.slice(0, mostReads - alone.length), ...alone].slice(0, mostReads);
}

function closePairs(
  { growing }: Typed,
  kind: Kind,
  { others, words }: { others: ReadonlyMap<string, readonly Alike[]>; words: readonly string[] },
): Read[] {
  const choices = (word: string): Alike[] => [{ word, likeness: 1 }, ...(others.get(word) ?? [])];
  return pairsOf(words).flatMap(([one, other]) =>
    choices(one).flatMap((first) =>
      choices(other).flatMap((second): Read[] => {
        const worth = first.likeness * second.likeness;
        if (worth === 1 || first.word === second.word) return [];
        const proves = [one, other];
        if (second.word === growing) return [{ ...growingRead(kind, first.word, growing, worth), proves }];
        if (first.word === growing) return [{ ...growingRead(kind, second.word, growing, worth), proves }];
        return [{ ...pairRead(kind, first.word, second.word, worth), proves }];
      }),
    ),
  );
}
