import { type Day, daysBetween } from '../deadlines/day.ts';
import type { Request } from '../requests/request.ts';
import { type Counted, differenceOf } from './difference.ts';

/** Upper bounds in days of the classes of delay; the last class has none. */
export const delayBounds = [1, 3, 7, 15, 30, 60] as const;

/** What the statistics know of a request: codes, months and a delay. Nothing leads back to a person or to the request. */
export type Facts = {
  /** YYYY-MM of its receipt. */
  month: string;
  channel: Request['channel'];
  department: string | null;
  procedure: string | null;
  /** Routed and opened by nobody's hand. */
  isAutomatic: boolean;
  ended: 'withdrawn' | 'transferred' | null;
  answer: {
    /** YYYY-MM of the decision. */
    month: string;
    outcome: 'granted' | 'refused' | 'answered';
    /** Silence decided. */
    isImplicit: boolean;
    /** Calendar days from the receipt. */
    days: number;
    /** Whether what was promised was kept (Services Publics+); null when nothing was. */
    isInTime: boolean | null;
  } | null;
};

/** @param inTime asked only of a request that has its answer */
export const factsOf = (
  request: Request,
  dayOf: (instant: string) => Day,
  isInTime: boolean | null,
): Facts => {
  const { channel, department, procedure, receivedOn, openedBy, state, answer } = request;
  const decidedOn = answer ? dayOf(answer.decidedAt) : null;
  return {
    ...{ month: receivedOn.slice(0, 7), channel, department, procedure },
    isAutomatic: openedBy === 'auto',
    ended: state === 'withdrawn' || state === 'transferred' ? state : null,
    answer:
      answer && decidedOn
        ? {
            ...{ month: decidedOn.slice(0, 7), outcome: answer.outcome, isImplicit: answer.isImplicit },
            ...{ days: Math.max(0, daysBetween(receivedOn, decidedOn)), isInTime },
          }
        : null,
  };
};

export type Cut = 'channel' | 'procedure';
/** One line of a month: a department, cut by channel or by procedure. */
export type Line = Counted & { month: string; cut: Cut; department: string | null; code: string | null };

const delayClass = (days: number): string => {
  const found = delayBounds.findIndex((bound) => days <= bound);
  return `within${found === -1 ? delayBounds.length : found}`;
};

/** What a request adds: to the month it came in, and to the month it was answered in. */
export const linesOf = (facts: Facts | null): Line[] => {
  if (!facts) return [];
  const { month, channel, department, procedure, isAutomatic, ended, answer } = facts;
  const places: Pick<Line, 'cut' | 'department' | 'code'>[] = [
    { cut: 'channel', department, code: channel },
    { cut: 'procedure', department, code: procedure },
  ];
  const came = {
    opened: 1,
    ...(isAutomatic && { automatic: 1 }),
    ...(ended && { [ended]: 1 }),
    ...(answer && { settled: 1 }),
  };
  const went = answer && {
    answered: 1,
    [answer.outcome === 'answered' ? 'informed' : answer.outcome]: 1,
    ...(answer.isImplicit && { implicit: 1 }),
    ...(answer.isInTime !== null && { promised: 1 }),
    ...(answer.isInTime && { inTime: 1 }),
    days: answer.days,
    [delayClass(answer.days)]: 1,
  };
  return places.flatMap((place) => [
    { ...place, month, counts: came },
    ...(answer && went ? [{ ...place, month: answer.month, counts: went }] : []),
  ]);
};

const nobody = '-';
export const placeOf = ({ month, cut, department, code }: Line): string =>
  `${month}#${cut}#${department ?? nobody}#${code ?? nobody}`;

/** What changes in the statistics when requests go from what was counted of them to what they are now. */
export const changesOf = (all: readonly { before: Facts | null; after: Facts }[]): Line[] =>
  differenceOf(
    all.flatMap(({ before }) => linesOf(before)),
    all.flatMap(({ after }) => linesOf(after)),
    placeOf,
  );
