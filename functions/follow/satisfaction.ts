import type { AgentCaller } from '../agents/caller.ts';
import { boardsOf, maySee } from '../agents/rights.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { readSatisfaction as operation } from './agent-api.ts';

/** What people thought in one month of the answers of one department. */
export type Ratings = {
  month: string;
  department: string;
  answers: number;
  points: number;
  unsatisfied: number;
};
type Figures = { answers: number; mean: number | null; unsatisfied: number | null };
/** A longer period is not one that anybody steers by. */
const mostMonths = 36;

const sum = (ratings: readonly Ratings[], of: 'answers' | 'points' | 'unsatisfied'): number =>
  ratings.reduce((total, each) => total + each[of], 0);
const figures = (ratings: readonly Ratings[]): Figures => {
  const answers = sum(ratings, 'answers');
  if (answers === 0) return { answers, mean: null, unsatisfied: null };
  const rounded = (value: number, unit: number) => Math.round(value * unit) / unit;
  return {
    answers,
    mean: rounded(sum(ratings, 'points') / answers, 100),
    unsatisfied: rounded(sum(ratings, 'unsatisfied') / answers, 1_000),
  };
};
const grouped = (ratings: readonly Ratings[], by: 'month' | 'department'): [string, Ratings[]][] => [
  ...Map.groupBy(ratings, (each) => each[by]),
];
const monthsBetween = (from: string, to: string): number => {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from) + 1;
};

/** Heads see their departments, the quality unit and administrators every one; the cabinet's are seen by its own people. */
export const satisfaction =
  (deps: {
    authority(): Promise<Pick<Authority, 'departments'>>;
    ratings(from: string, to: string): Promise<Ratings[]>;
    now(): string;
  }) =>
  async (
    { query }: InputOf<typeof operation>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof operation>> => {
    const length = monthsBetween(query.from, query.to);
    if (length < 1 || length > mostMonths)
      throw new Refusal('invalid-input', [{ field: 'to', code: 'out-of-range' }]);
    const { departments } = await deps.authority();
    const codes = departments.map(({ code }) => code);
    const seen = boardsOf(agent, codes);
    const found = (await deps.ratings(query.from, query.to)).filter(
      ({ department, answers }) =>
        answers > 0 && (seen.includes(department) || (department === '-' && maySee(agent, null))),
    );
    return {
      all: figures(found),
      departments: grouped(found, 'department')
        .map(([department, ratings]) => ({ department, ...figures(ratings) }))
        .sort((a, b) => (a.mean ?? 4) - (b.mean ?? 4)),
      months: grouped(found, 'month').map(([month, ratings]) => ({ month, ...figures(ratings) })),
      now: deps.now(),
    };
  };
