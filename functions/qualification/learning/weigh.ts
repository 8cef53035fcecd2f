import type { CorpusRow } from '../routing/learn.ts';

export type Weighable = { subject: string; text: string; department: string; proposed: string | null };

/** What all decisions that confirm one department weigh together at most, in texts that ship. */
const confirming = 100;

/**
 * Decisions as rows to learn from. Two hundred letters that were corrected alike are one habit, not two hundred: together they
 * weigh no more than `mass` texts, or else every word they share ("cantine") would go where only the bills should.
 */
export const rowsOf = (lessons: readonly Weighable[], mass: number): CorpusRow[] => {
  const habitOf = ({ proposed, department }: Weighable) => `${proposed ?? department}>${department}`;
  const counts = new Map<string, number>();
  for (const one of lessons) counts.set(habitOf(one), (counts.get(habitOf(one)) ?? 0) + 1);
  return lessons.map((one) => {
    const { subject, text, department, proposed } = one;
    const most = proposed === null || proposed === department ? confirming : mass;
    const weight = Math.min(1, most / (counts.get(habitOf(one)) ?? 1));
    return { subject, text, service: department, urgency: 'normal', weight };
  });
};

/** Weights to try, the lightest first. */
export const masses = [10, 30, 100] as const;
