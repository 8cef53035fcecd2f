import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import type { Request } from '../requests/request.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { searchAnswers } from './agent-api.ts';
import { answersIndex, findAnswers } from './past-answers.ts';
import type { PastAnswersTable } from './past-answers-table.adapter.ts';
import type { SearchIndex } from './search/open-index.ts';

type Uses = PastAnswersTable & {
  /** Requests as they stand now, by reference, 100 at most; those that are none are left out. */
  standing(references: readonly string[]): Promise<ReadonlyMap<string, Request>>;
  /** Milliseconds that only go forward. */
  clock(): number;
};
const freshForMilliseconds = 60_000;
/** Of each department: some months of one of a small town, some weeks of a large one. */
const mostRead = 300;
const looked = 3;

/**
 * Answers that were given, in the departments of who asks alone. What was found is looked at where it stands: a request that
 * left the department meanwhile, for the cabinet or anywhere, is not shown.
 */
export const readPastAnswers = ({ newest, standing, clock }: Uses) => {
  const held = new Map<string, { index: Promise<SearchIndex>; at: number }>();
  const indexOf = (department: string): Promise<SearchIndex> => {
    const kept = held.get(department);
    if (kept && clock() - kept.at < freshForMilliseconds) return kept.index;
    const index = newest(department, mostRead).then(answersIndex);
    held.set(department, { index, at: clock() });
    index.catch(() => held.delete(department));
    return index;
  };
  return async (
    { body: { q, limit } }: InputOf<typeof searchAnswers>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof searchAnswers>> => {
    if (!q.trim()) return { results: [] };
    const found = await Promise.all(
      agent.departments.map(async (department) => findAnswers(await indexOf(department), q, limit * looked)),
    );
    const best = found
      .flat()
      .sort((a, b) => b.score - a.score)
      .slice(0, limit * looked);
    if (best.length === 0) return { results: [] };
    const now = await standing(best.map(({ reference }) => reference));
    const results = best.flatMap(({ score: _score, ...one }) => {
      const request = now.get(one.reference);
      const { answer, department } = request ?? {};
      if (!request || !answer || answer.isImplicit || !department) return [];
      if (!agent.departments.includes(department) || !mayRead(agent, request)) return [];
      return [{ ...one, department, outcome: answer.outcome, answeredAt: answer.decidedAt }];
    });
    return { results: results.slice(0, limit) };
  };
};
