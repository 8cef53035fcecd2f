import { addDays, type Day } from '../deadlines/day.ts';
import type { HolidayCalendar } from '../deadlines/holidays.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Whole } from '../requests/items.ts';
import { kindDue } from './acknowledge.ts';
import { nextLook } from './distribution/due.ts';
import { daysLater, instantAt } from './instant.ts';
import { dueDocuments } from './plan-documents.ts';
import { dueEscalation } from './plan-escalation.ts';
import { dueWork } from './plan-work.ts';

/** Something to do by ourselves, each once. */
export type Act =
  | { kind: 'acknowledge' }
  | { kind: 'assign'; department: string }
  | { kind: 'distribute' }
  | { kind: 'reassign' }
  | { kind: 'rank'; due: Day }
  | { kind: 'start-step'; step: string }
  | { kind: 'complete-step'; step: string }
  | { kind: 'remind'; askId: string; number: number; daysLeft: number }
  | { kind: 'overdue'; askId: string; until: Day }
  | { kind: 'silence'; effect: 'granted' | 'refused'; on: Day }
  | { kind: 'escalate'; deadline: string; due: Day }
  | { kind: 'resume' }
  | { kind: 'answer-group'; messageId: string }
  | { kind: 'release-group' }
  | { kind: 'drop-opinions' }
  | { kind: 'close'; messageId: string };
/** `stuck`: what should leave did not, and a person has been asked. `renew`: this execution has lived long enough. */
export type Next =
  | { do: 'act'; act: Act }
  | { do: 'deliver'; messageId: string }
  | { do: 'wait'; until: string }
  | { do: 'renew' | 'end' | 'stuck' };
/** What is due now, and else the instants at which something will be. */
export type Due = { act?: Act; instants: string[] };

export type Situation = {
  whole: Pick<Whole, 'request' | 'events' | 'messages' | 'members' | 'content' | 'due'>;
  procedure: Pick<Procedure, 'silence' | 'workflow' | 'documentsDelay' | 'fees'> | null;
  silence: 'sva' | 'svr' | 'none';
  /** As they stand today, from the library of the law. */
  deadlines: readonly { kind: string; due: Day | null; state: string }[];
  /** Day that should rank it on the board. */
  rank: Day;
  zone: string;
  calendar: HolidayCalendar;
  dayOf(instant: string): Day;
  now: string;
  today: Day;
  /** The agent in charge is away or gone. */
  isAgentAbsent: boolean;
  /** Its department has rules, which have not looked for somebody yet. */
  isToDistribute?: boolean;
  /** They looked and found nobody, for a reason that may end: they look again tomorrow. */
  isWaitedFor?: boolean;
  /** Messages whose delivery failed in this execution: a person has the task. */
  failed: readonly string[];
  /** Since when this execution runs, and how often it has looked. */
  startedAt: string;
  round: number;
};

/** An execution may last a year and hold 25,000 events; one turn writes about fifteen. */
const longestDays = 300;
const mostRounds = 1_000;
/** Stands among what failed while the acknowledgement lacks something that the law wants: the rest goes on. */
export const unacknowledged = 'acknowledgement';
const over = ['closed', 'withdrawn', 'transferred'];

/** The one next thing of a request: a pure reading of its journal, its procedure, the law and the time. */
export const nextStep = (situation: Situation): Next => {
  const { whole, failed } = situation;
  const { request, messages, members } = whole;
  const { answer } = request;
  const isLeft = over.includes(request.state) && members.length > 0 && !answer;
  if (isLeft && !isReleased(situation)) return act({ kind: 'release-group' });
  const isOwed = request.opinions.some(({ result }) => result === null);
  if (over.includes(request.state)) return isOwed ? act({ kind: 'drop-opinions' }) : { do: 'end' };
  if (kindDue(request) && !failed.includes(unacknowledged)) return act({ kind: 'acknowledge' });
  const isExpress = answer !== null && !answer.isImplicit;
  if (isExpress && members.length > 0 && !isSpread(situation))
    return act({ kind: 'answer-group', messageId: answer.messageId });
  const leaving = [request.acknowledgement?.messageId, answer?.messageId].find((id) =>
    messages.some((one) => one.id === id && (one.delivery === 'queued' || one.delivery === 'sending')),
  );
  if (leaving && !failed.includes(leaving)) return { do: 'deliver', messageId: leaving };
  if (leaving && leaving === answer?.messageId) return { do: 'stuck' };
  const isSettled = isExpress || answer?.outcome === 'granted';
  if (answer && isSettled)
    return request.state === 'delivered'
      ? act({ kind: 'close', messageId: answer.messageId })
      : sleep(situation, []);
  return work(situation);
};

const act = (one: Act): Next => ({ do: 'act', act: one });

/** What is answered to the lead was answered to those grouped under it. */
const isSpread = ({ whole: { events, request } }: Situation): boolean =>
  events.some((event) => event.type === 'group-answered' && event.messageId === request.answer?.messageId);

/** A lead that ended without an answer let its group go. */
const isReleased = ({ whole: { events } }: Situation): boolean =>
  events.some(({ type }) => type === 'group-answered');

/** While nobody has decided: silence first, then what is awaited, then the steps; each asked for what is due, then when. */
const work = (situation: Situation): Next => {
  const parts = [dueSilence, dueDocuments, dueResumption, dueAssignment, dueWork, dueEscalation, dueRank];
  const instants: string[] = [];
  for (const part of parts) {
    const due = part(situation);
    if (due.act) return act(due.act);
    instants.push(...due.instants);
  }
  return sleep(situation, instants);
};

/** At 24:00 of its day silence decides (CRPA L231-1, L231-4), unless it is suspended or somebody decided before. */
const dueSilence = ({ whole, silence, deadlines, today, zone }: Situation): Due => {
  const found = deadlines.find(({ kind }) => ['silence', 'sva', 'svr'].includes(kind));
  const runs = found && silence !== 'none' && ['running', 'missed'].includes(found.state);
  if (!runs || !found.due || whole.request.answer || hasSpoken(whole.events, found.due))
    return { instants: [] };
  if (found.due >= today) return { instants: [instantAt(zone, addDays(found.due, 1))] };
  const effect = silence === 'sva' ? 'granted' : 'refused';
  return { act: { kind: 'silence', effect, on: found.due }, instants: [] };
};

/** Silence decides once: a request that is reopened after it waits for a person. */
const hasSpoken = (events: Situation['whole']['events'], on: Day): boolean =>
  events.some((event) => event.type === 'implicit-decision-born' && event.on === on);

const dueResumption = ({ whole: { request }, today, zone }: Situation): Due => {
  const until = request.suspended?.until;
  if (!until) return { instants: [] };
  if (today > until) return { act: { kind: 'resume' }, instants: [] };
  return { instants: [instantAt(zone, addDays(until, 1))] };
};

const dueAssignment = (situation: Situation): Due => {
  const { isAgentAbsent, isToDistribute, isWaitedFor, zone, today } = situation;
  const { department, state, reference } = situation.whole.request;
  if (isToDistribute) return { act: { kind: 'distribute' }, instants: [] };
  if (department && state === 'new') return { act: { kind: 'assign', department }, instants: [] };
  const instants = isWaitedFor ? [nextLook(zone, today, reference)] : [];
  return { act: isAgentAbsent ? { kind: 'reassign' } : undefined, instants };
};

const dueRank = ({ whole, rank }: Situation): Due => ({
  act: rank === whole.due ? undefined : { kind: 'rank', due: rank },
  instants: [],
});

const sleep = ({ now, startedAt, round }: Situation, instants: readonly string[]): Next => {
  const end = daysLater(startedAt, longestDays);
  if (now >= end || round >= mostRounds) return { do: 'renew' };
  const until = [...instants, end].filter((instant) => instant > now).sort()[0] ?? end;
  return { do: 'wait', until };
};
