import { addDays, type Day } from '../deadlines/day.ts';
import { addWorkingDays } from '../deadlines/holidays.ts';
import { instantAt } from './instant.ts';
import type { Due, Situation } from './plan.ts';

/** Calendar days before a date on which the head of department is called. */
const before: Record<string, number> = { silence: 10, sva: 10, svr: 10, commitment: 3 };
/** People are called at the hour they come in. */
const hour = 8;

type Date = { deadline: string; due: Day; on: Day };

/** The head of department is called before silence decides, before a promise is broken, and when a step takes too long. */
export const dueEscalation = (situation: Situation): Due => {
  const { whole, now, zone } = situation;
  const { request, events } = whole;
  if (!request.department || request.suspended || request.answer) return { instants: [] };
  const called = events.flatMap((event) =>
    event.type === 'request-escalated' ? [`${event.deadline} ${event.due}`] : [],
  );
  const ahead = [...legalDates(situation), ...stepDates(situation)]
    .filter(({ deadline, due }) => !called.includes(`${deadline} ${due}`))
    .map((date) => ({ ...date, at: instantAt(zone, date.on, hour) }));
  const late = ahead.find(({ at }) => at <= now);
  if (late) return { act: { kind: 'escalate', deadline: late.deadline, due: late.due }, instants: [] };
  return { instants: ahead.map(({ at }) => at) };
};

const legalDates = ({ deadlines, whole: { request } }: Situation): Date[] =>
  deadlines.flatMap(({ kind, due, state }) => {
    const most = before[kind];
    if (most === undefined || !due || state !== 'running') return [];
    // A short delay leaves its first two thirds in peace.
    const days = Math.min(most, Math.floor(daysBetween(request.receivedOn, due) / 3));
    return [{ deadline: kind, due, on: addDays(due, -days) }];
  });

const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The internal commitment of the step under way, in working days. */
const stepDates = ({ whole, procedure, calendar, dayOf }: Situation): Date[] => {
  const { step } = whole.request;
  const days = procedure?.workflow.find(({ id }) => id === step?.id)?.days;
  if (!step || !days) return [];
  const due = addWorkingDays(dayOf(step.since), days, calendar);
  return [{ deadline: `step:${step.id}`, due, on: due }];
};
