import type { Answer } from './judge.ts';

/**
 * A habit all of whose corrections came from one login, and decisions of others that it would undo. `onTrial`: it is proposed
 * and routes nothing alone yet.
 */
export type OnePerson = {
  from: string;
  to: string;
  corrections: number;
  against: number;
  onTrial?: boolean;
};
export type Habit = { from: string; to: string };
const nameOf = ({ from, to }: Habit): string => `${from}>${to}`;
type Decision = { department: string; proposed: string | null; by?: string };

/** Fewer say little; what one person sorts in a day is more. */
const leastCorrections = 10;
/** One letter may have been sorted in haste; two are somebody else's practice. */
const leastAgainst = 2;
/** So many letters of the habit that others sorted alike, and it is no more one person's. */
const leastAgreed = 2;

/**
 * Habits that rest on one login, with how many decisions of other people go the other way: letters that these kept where they
 * were proposed, and that would leave now. A habit that others keep as well is nobody's alone: they sorted letters to where it
 * goes that the model that knows nothing of it (`unaware`) leaves where they were.
 */
export const restingOnOne = <T extends Decision>(
  decisions: readonly T[],
  answer: (decision: T) => Pick<Answer, 'department'>,
  unaware: (decision: T) => Pick<Answer, 'department'>,
): OnePerson[] => {
  const habits = new Map<string, T[]>();
  for (const one of decisions) {
    if (one.proposed === null || one.proposed === one.department) continue;
    const name = nameOf({ from: one.proposed, to: one.department });
    habits.set(name, [...(habits.get(name) ?? []), one]);
  }
  return [...habits.values()].flatMap((corrections) => {
    const [first] = corrections;
    const logins = new Set(corrections.map(({ by }) => by));
    if (!first?.by || logins.size > 1 || corrections.length < leastCorrections) return [];
    const [from, to] = [first.proposed as string, first.department];
    const others = decisions.filter(({ by }) => by !== first.by);
    const alike = others.filter((one) => one.department === to && unaware(one).department === from);
    if (alike.length >= leastAgreed) return [];
    const kept = others.filter(({ department }) => department === from);
    const against = kept.filter((one) => answer(one).department === to).length;
    return [{ from, to, corrections: corrections.length, against }];
  });
};

/**
 * What becomes of the habits of one person: on trial, until somebody answerable starts a night and so confirms what it reads; what
 * was confirmed once stays so (`confirmed`, by name).
 */
export const tried = (
  habits: readonly OnePerson[],
  { isConfirmed = false, confirmed = [] }: { isConfirmed?: boolean; confirmed?: readonly string[] },
): { onePerson: OnePerson[]; onTrial: Habit[]; confirmed: string[] } => {
  const onePerson = habits.map((one) => ({
    ...one,
    onTrial: !isConfirmed && !confirmed.includes(nameOf(one)),
  }));
  const known = onePerson.filter(({ onTrial }) => !onTrial).map(nameOf);
  return {
    onePerson,
    onTrial: onePerson.filter(({ onTrial }) => onTrial).map(({ from, to }) => ({ from, to })),
    confirmed: [...new Set([...confirmed, ...known])],
  };
};

/** One person against others: neither is wrong for the machine, and somebody has to say who is. */
export const saidAgainst = (habits: readonly OnePerson[]): boolean =>
  habits.some(({ against }) => against >= leastAgainst);
