import type { Day } from '../deadlines/day.ts';
import { differenceOf } from '../insights/difference.ts';
import type { CallPart } from '../intake/contact.ts';
import type { Call } from './call.ts';

/** What is counted of the calls of one hour, subject and group; seconds are sums, with the number of calls they were measured on. */
export const counters = [
  'calls',
  'answered',
  'abandoned',
  'missed',
  'closed',
  'hidden',
  'typed',
  'outbound',
  'waited',
  'waitSeconds',
  'talked',
  'talkSeconds',
] as const;
export type Counter = (typeof counters)[number];
export type Counts = Partial<Record<Counter, number>>;
/** `hour`: 00 to 23, on the clock of the authority. */
export type Bucket = { day: Day; hour: string; topic: string | null; group: string | null };
export type Counted = Bucket & { counts: Counts };

type Clock = (instant: string) => { day: Day; hour: string };

const outcomeCounter = {
  answered: 'answered',
  abandoned: 'abandoned',
  missed: 'missed',
  'out-of-hours': 'closed',
} as const;

/** What a call adds to the statistics, in the hour it began; nothing before it is over. */
export const countsOf = (call: Call | null, clock: Clock): Counted | null => {
  if (!call?.outcome || (call.outcome === 'answered' && !call.endedAt)) return null;
  const place = { ...clock(call.startedAt), topic: call.topic, group: call.group };
  if (call.direction === 'outbound') return { ...place, counts: { outbound: 1 } };
  const { waitSeconds, talkSeconds, outcome } = call;
  const isAnswered = outcome === 'answered';
  return {
    ...place,
    counts: {
      calls: 1,
      [outcomeCounter[outcome]]: 1,
      ...(call.number === null ? { hidden: 1 } : {}),
      ...(isAnswered && waitSeconds !== null ? { waited: 1, waitSeconds } : {}),
      ...(isAnswered && talkSeconds !== null ? { talked: 1, talkSeconds } : {}),
    },
  };
};

/** A call that an agent wrote down by hand: answered, with nothing of its wait, and only the length the agent said. */
export const countsOfTyped = (
  at: string,
  { topic, call }: { topic: string | null; call: Pick<CallPart, 'direction' | 'number' | 'talkSeconds'> },
  clock: Clock,
): Counted => {
  const place = { ...clock(at), topic, group: null };
  if (call.direction === 'outbound') return { ...place, counts: { outbound: 1 } };
  const { number, talkSeconds } = call;
  return {
    ...place,
    counts: {
      ...{ calls: 1, answered: 1, typed: 1 },
      ...(number === null ? { hidden: 1 } : {}),
      ...(talkSeconds === null ? {} : { talked: 1, talkSeconds }),
    },
  };
};

export const bucketSort = ({ hour, topic, group }: Bucket): string =>
  `${hour}#${topic ?? '-'}#${group ?? '-'}`;
const keyOf = (bucket: Bucket): string => `${bucket.day}#${bucketSort(bucket)}`;

/** What to add to which counters so that they say `after` instead of `before`: the same news again adds nothing. */
export const deltaOf = (before: Counted | null, after: Counted | null): Counted[] =>
  differenceOf(before ? [before] : [], after ? [after] : [], keyOf);
