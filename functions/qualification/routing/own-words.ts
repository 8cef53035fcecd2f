import { normalise, wordsOf } from './features.ts';
import { stemOf } from './stem.ts';

/** Stems of a department's vocabulary that hardly any other uses. */
export type OwnWords = Record<string, string[]>;

/** A word that more departments use says nothing of any. */
const mostDepartments = 3;

/** Stems of the words of a text that mean something. */
export const stemsOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .flatMap((word) => normalise(word).split(' '))
      .filter((word) => word.length > 2)
      .map(stemOf),
  );

export const ownWords = (lexicon: Record<string, { words: string; phrases: string[] }>): OwnWords => {
  const each = Object.entries(lexicon).map(
    ([label, { words, phrases }]) => [label, stemsOf([words, ...phrases].join('\n'))] as const,
  );
  const users = new Map<string, number>();
  for (const [, stems] of each) for (const stem of stems) users.set(stem, (users.get(stem) ?? 0) + 1);
  return Object.fromEntries(
    each.map(([label, stems]) => [
      label,
      [...stems].filter((stem) => (users.get(stem) ?? 0) <= mostDepartments),
    ]),
  );
};

/**
 * How many of a department's own words a text holds. A text without any, however sure a model is, says nothing that a
 * department could be known by: "I would like to talk to you about something" has its readers too.
 */
export const ownWordsIn = (text: string, own: readonly string[] = []): number => {
  const stems = stemsOf(text);
  return own.filter((stem) => stems.has(stem)).length;
};
