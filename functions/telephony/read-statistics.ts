import { addDays, daysBetween } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { readCallStatistics } from './agent-api.ts';
import type { DeskDeps } from './read-desk.ts';
import { lineOf, linesBy, outboundOf } from './statistics.ts';

const mostDays = 31;

/** Reads the counters of each day and no call: the cost does not grow with how many called. */
export const readStatistics =
  ({ desk, now }: Pick<DeskDeps, 'desk' | 'now'>) =>
  async ({
    query: { from, to },
  }: InputOf<typeof readCallStatistics>): Promise<ReplyOf<typeof readCallStatistics>> => {
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
