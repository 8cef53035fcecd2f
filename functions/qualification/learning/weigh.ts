import type { CorpusRow } from '../routing/learn.ts';

export type Weighable = { subject: string; text: string; department: string; proposed: string | null };

/** What all decisions that confirm one department weigh together at most, in texts that ship. */
const confirming = 100;

/**
 * Decisions as rows to learn from. Two hundred letters that were corrected alike are one habit, not two hundred: together they
 * weigh no more than `mass` texts, or else every word they share ("cantine") would go where only the bills should.
 */
export const rowsOf = (lessons: readonly Weighable[], mass: number): CorpusRow[] => {
  const counts = countsOf(lessons);
  return lessons.map((one) => {
    const { subject, text, department, proposed } = one;
    const most = proposed === null || proposed === department ? confirming : mass;
    const weight = Math.min(1, most / (counts.get(habitOf(one)) ?? 1));
    return { subject, text, service: department, urgency: 'normal', weight };
  });
};

const habitOf = ({ proposed, department }: Weighable): string => `${proposed ?? department}>${department}`;
const countsOf = (lessons: readonly Weighable[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of lessons) counts.set(habitOf(one), (counts.get(habitOf(one)) ?? 0) + 1);
  return counts;
};

const masses = [10, 30, 100];
/** Weights to try, the lightest first; what is heavier than all that was said would change nothing. */
export const massesFor = (lessons: readonly Weighable[]): number[] => {
  const most = Math.max(0, ...countsOf(lessons).values());
  return masses.filter((_, i) => i === 0 || most > (masses[i - 1] ?? 0));
};
