import { addDays } from '../deadlines/day.ts';
import type { JournalEvent } from '../requests/event.ts';
import { instantAt } from './instant.ts';
import type { Due, Situation } from './plan.ts';

/** Reminders leave when people read them. */
const hour = 9;
/** Days before the end, the farthest first; the last goes on the last day itself. */
export const reminderDays = (reminders: readonly number[]): number[] =>
  [...new Set([...reminders, 0])].sort((a, b) => b - a);

/** Reminders that left since this request for documents; their number is their place in the list, from 1. */
const sentSince = (events: readonly JournalEvent[], askId: string): number[] => {
  const asked = events.findIndex((event) => event.type === 'documents-requested' && event.askId === askId);
  return events
    .slice(asked + 1)
    .flatMap((event) =>
      event.type === 'reminder-queued' && event.about === 'documents' ? [event.number] : [],
    );
};

/**
 * The request for documents: reminders before its end, then the end itself, at 24:00 of the last day. When several reminders
 * were missed (nothing ran meanwhile) only the latest goes, and none once the time is over.
 */
export const dueDocuments = ({ whole, procedure, today, now, zone }: Situation): Due => {
  const { awaited } = whole.request;
  if (!awaited || awaited.isOverdue) return { instants: [] };
  const { askId, until, on } = awaited;
  if (today > until) return { act: { kind: 'overdue', askId, until }, instants: [] };
  const sent = sentSince(whole.events, askId);
  const planned = reminderDays(procedure?.documentsDelay.reminders ?? [7])
    .map((daysLeft, index) => ({ daysLeft, number: index + 1, day: addDays(until, -daysLeft) }))
    // A reminder on the day of the request itself would only repeat it.
    .filter(({ day }) => day > on)
    .map((one) => ({ ...one, at: instantAt(zone, one.day, hour) }));
  const late = planned.filter(({ at, number }) => at <= now && number > Math.max(0, ...sent)).at(-1);
  if (late) {
    const { number, daysLeft } = late;
    return { act: { kind: 'remind', askId, number, daysLeft }, instants: [] };
  }
  return {
    instants: [...planned.map(({ at }) => at), instantAt(zone, addDays(until, 1))],
  };
};
