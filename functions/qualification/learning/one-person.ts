import type { Answer } from './judge.ts';

/** A habit all of whose corrections came from one login, and decisions of others that it would undo. */
export type OnePerson = { from: string; to: string; corrections: number; against: number };
type Decision = { department: string; proposed: string | null; by?: string };

/** Fewer say little; what one person sorts in a day is more. */
const leastCorrections = 10;
/** One letter may have been sorted in haste; two are somebody else's practice. */
const leastAgainst = 2;

/**
 * Habits that rest on one login, with how many decisions of other people go the other way: letters that these kept where they
 * were proposed, and that would leave now.
 */
export const restingOnOne = <T extends Decision>(
  decisions: readonly T[],
  answer: (decision: T) => Pick<Answer, 'department'>,
): OnePerson[] => {
  const habits = new Map<string, T[]>();
  for (const one of decisions) {
    if (one.proposed === null || one.proposed === one.department) continue;
    const name = `${one.proposed}>${one.department}`;
    habits.set(name, [...(habits.get(name) ?? []), one]);
  }
  return [...habits.values()].flatMap((corrections) => {
    const [first] = corrections;
    const logins = new Set(corrections.map(({ by }) => by));
    if (!first?.by || logins.size > 1 || corrections.length < leastCorrections) return [];
    const [from, to] = [first.proposed as string, first.department];
    const others = decisions.filter(({ department, by }) => department === from && by !== first.by);
    const against = others.filter((one) => answer(one).department === to).length;
    return [{ from, to, corrections: corrections.length, against }];
  });
};

/** One person against others: neither is wrong for the machine, and somebody has to say who is. */
export const saidAgainst = (habits: readonly OnePerson[]): boolean =>
  habits.some(({ against }) => against >= leastAgainst);
