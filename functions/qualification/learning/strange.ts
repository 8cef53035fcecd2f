import { normalise, wordsOf } from '../routing/features.ts';
import { textOf } from '../routing/learn.ts';

type Text = { subject: string | null; text: string };
type Dated = Text & { at: string };
const oneDay = 86_400_000;
const [week, weeksBefore] = [7 * oneDay, 8 * 7 * oneDay];

const words = (one: Text): string[] => wordsOf(textOf(one)).map(normalise);

/**
 * Part of the words that nobody wrote in the corpus, in what was decided in the week before `at` and in the eight weeks before
 * that; null where there is nothing to read. When it grows, people write about something new.
 */
export const strangeWords = (
  corpus: readonly Text[],
  lessons: readonly Dated[],
  at: string,
): { now: number | null; before: number | null } => {
  const known = new Set(corpus.flatMap(words));
  const age = (lesson: Dated) => Date.parse(at) - Date.parse(lesson.at);
  const share = (some: readonly Dated[]): number | null => {
    const all = some.flatMap(words);
    return all.length === 0 ? null : all.filter((word) => !known.has(word)).length / all.length;
  };
  return {
    now: share(lessons.filter((one) => age(one) <= week)),
    before: share(lessons.filter((one) => age(one) > week && age(one) <= week + weeksBefore)),
  };
};
