import type { Line } from './agent-api.ts';
import type { Counter, Counts } from './counts.ts';

/** One kept counter: the calls of an hour, a subject and a group of agents. */
export type CounterItem = { day: string; hour: string; topic: string | null; group: string | null } & Counts;
type Dimension = 'day' | 'hour' | 'topic' | 'group';

const sum = (items: readonly Counts[], counter: Counter): number =>
  items.reduce((total, item) => total + (item[counter] ?? 0), 0);
const mean = (total: number, on: number): number | null =>
  on > 0 ? Math.round((total / on) * 10) / 10 : null;

/** The figures of some counters. Calls out of hours could not be answered: they do not lower the rate. */
export const lineOf = (items: readonly Counts[]): Line => {
  const of = (counter: Counter) => sum(items, counter);
  const due = of('calls') - of('closed');
  return {
    calls: of('calls'),
    answered: of('answered'),
    abandoned: of('abandoned'),
    missed: of('missed'),
    closed: of('closed'),
    hidden: of('hidden'),
    typed: of('typed'),
    answeredRate: due > 0 ? of('answered') / due : null,
    meanWait: mean(of('waitSeconds'), of('waited')),
    meanTalk: mean(of('talkSeconds'), of('talked')),
  };
};

/** Lines by one dimension, in its order: time goes on, the rest begins with what is called about most. */
export const linesBy = (
  items: readonly CounterItem[],
  dimension: Dimension,
): (Line & { code: string | null })[] => {
  const groups = new Map<string | null, CounterItem[]>();
  for (const item of items) groups.set(item[dimension], [...(groups.get(item[dimension]) ?? []), item]);
  const lines = [...groups]
    .map(([code, some]) => ({ code, ...lineOf(some) }))
    .filter(({ calls }) => calls > 0);
  const isTime = dimension === 'day' || dimension === 'hour';
  return lines.sort((a, b) => {
    const [first, second] = [a.code ?? '~', b.code ?? '~'];
    if (!isTime && a.calls !== b.calls) return b.calls - a.calls;
    return first < second ? -1 : 1;
  });
};

export const outboundOf = (items: readonly Counts[]): number => sum(items, 'outbound');
