import { addDays, type Day, daysBetween, weekday } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { readCallStatistics } from './agent-api.ts';
import type { DeskDeps } from './read-desk.ts';
import { lineOf, linesBy, outboundOf } from './statistics.ts';
import type { TakeDeps } from './take-news.ts';

const mostDays = 31;

type Query = InputOf<typeof readCallStatistics>['query'];

/** Days that are asked for: a day, the week around it, or from one to another. */
const stretchOf = ({ from, to, span }: Query, today: Day): { from: Day; to: Day } => {
  const first = from ?? today;
  if (span === 'day' || to) return { from: first, to: to ?? first };
  const monday = addDays(first, -((weekday(first) + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
};

/** Reads the counters of each day and no call: the cost does not grow with how many called. */
export const readStatistics =
  ({ desk, authority, dayIn, now }: Pick<DeskDeps, 'desk' | 'authority' | 'now'> & Pick<TakeDeps, 'dayIn'>) =>
  async ({ query }: InputOf<typeof readCallStatistics>): Promise<ReplyOf<typeof readCallStatistics>> => {
    const { timeZone } = await authority();
    const { from, to } = stretchOf(query, dayIn(timeZone, now()));
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > mostDays)
      throw new Refusal('invalid-input', [{ field: 'to', code: 'invalid', params: { most: mostDays } }]);
    const days = Array.from({ length }, (_, ahead) => addDays(from, ahead));
    const items = (await Promise.all(days.map((day) => desk.counters(day)))).flat();
    return {
      ...{ from, to, now: now() },
      total: lineOf(items),
      outbound: outboundOf(items),
      days: linesBy(items, 'day'),
      hours: linesBy(items, 'hour'),
      topics: linesBy(items, 'topic'),
      groups: linesBy(items, 'group'),
    };
  };
