import { normalise, wordsOf } from './features.ts';
import { stemOf } from './stem.ts';

/** Stems of a department's vocabulary that hardly any other uses. */
export type OwnWords = Record<string, string[]>;

/** A word that more departments use says nothing of any. */
const mostDepartments = 8;

/** Stems of the words of a text that mean something. */
export const stemsOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .flatMap((word) => normalise(word).split(' '))
      .filter((word) => word.length > 2)
      .map(stemOf),
  );

/** Of the messages that hold a word, this many have to be the department's; of a word seldom seen nothing is asked. */
const leastShare = 0.3;
const seldom = 12;

/** Words of each department's vocabulary that say it and hardly another, as the messages of the corpus use them. */
export const ownWords = (
  lexicon: Record<string, { words: string; phrases: string[] }>,
  messages: readonly { text: string; label: string }[],
): OwnWords => {
  const each = Object.entries(lexicon).map(
    ([label, { words, phrases }]) => [label, stemsOf([words, ...phrases].join('\n'))] as const,
  );
  const users = countOf(each.flatMap(([, stems]) => [...stems]));
  const said = messages.map(({ text, label }) => ({ label, stems: stemsOf(text) }));
  const everywhere = countOf(said.flatMap(({ stems }) => [...stems]));
  return Object.fromEntries(
    each.map(([label, stems]) => {
      const here = countOf(said.flatMap((one) => (one.label === label ? [...one.stems] : [])));
      const isOwn = (stem: string) => {
        const all = everywhere.get(stem) ?? 0;
        return all < seldom || (here.get(stem) ?? 0) / all >= leastShare;
      };
      return [label, [...stems].filter((stem) => (users.get(stem) ?? 0) <= mostDepartments && isOwn(stem))];
    }),
  );
};

const countOf = (stems: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
};

/**
 * How many of a department's own words a text holds. A text without any, however sure a model is, says nothing that a
 * department could be known by: "I would like to talk to you about something" has its readers too.
 */
export const ownWordsIn = (text: string, own: readonly string[] = []): number => {
  const stems = stemsOf(text);
  return own.filter((stem) => stems.has(stem)).length;
};
