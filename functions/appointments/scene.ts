import type { Day } from '../deadlines/day.ts';
import type { Authority } from '../settings/authority.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Agenda, desksFor, type Place, placeOf, type Reason, reasonOf } from './agenda.ts';
import { deskOpening } from './opening.ts';
import { cellsFor, type DeskDays, deskDayOf, type SlotsDeps, windowOf } from './slots.ts';
import { readClock } from './wall-clock.ts';

export type SceneDeps = {
  agenda(): Promise<Agenda>;
  authority(): Promise<Authority>;
  /** Whether each of some agents is there, day by day. */
  presence(logins: readonly string[]): Promise<SlotsDeps['isPresent']>;
  now(): string;
};
/** Everything a slot depends on but what is already booked. */
export type Scene = {
  agenda: Agenda;
  reason: Reason;
  place: Place;
  slots: SlotsDeps;
  today: Day;
  earliest: string;
  last: Day;
};

const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);

/** Refuses `invalid-input` for a reason or a place that is not offered to whoever asks. */
export const sceneOf =
  (deps: SceneDeps) =>
  async (asked: { reason: string; place: string }, isAgent = false): Promise<Scene> => {
    const [agenda, authority] = await Promise.all([deps.agenda(), deps.authority()]);
    const reason = reasonOf(agenda, asked.reason);
    if (!reason || (reason.isInternal && !isAgent)) throw wrong('reason');
    const place = placeOf(agenda, asked.place);
    const desks = desksFor(agenda, asked.reason, asked.place);
    if (!place || desks.length === 0) throw wrong('place');
    const now = deps.now();
    const { timeZone, holidays } = authority;
    const isPresent = await deps.presence([...new Set(desks.flatMap(({ agents }) => agents))]);
    const today = readClock(timeZone, now).day;
    return {
      ...{ agenda, reason, place, today },
      slots: { calendar: holidays, isPresent, timeZone, now },
      ...windowOf(reason, now, today, isAgent),
    };
  };

/** A desk that is free from a minute on, and what must still be true of it when it is taken. */
export type Candidate = { desk: string; cells: number[]; barredRevision: number };

/** Desks free at a minute of a day, in the order of the agenda; `own`: marks that are no obstacle to whoever asks. */
export const candidates = (
  { agenda, reason, place, slots }: Scene,
  days: DeskDays,
  day: Day,
  start: number,
  own: readonly string[] = [],
): Candidate[] =>
  desksFor(agenda, reason.code, place.code).flatMap((desk) => {
    const kept = deskDayOf(days, day, desk.code);
    const free = new Map([...kept.cells].filter(([, mark]) => !own.includes(mark)));
    const open = deskOpening(slots, place, desk, day, kept.barred);
    const cells = cellsFor(open, { ...kept, cells: free }, start, reason, slots.now);
    return cells ? [{ desk: desk.code, cells, barredRevision: kept.barredRevision }] : [];
  });

/** Day and minute of a beginning; null when it is not one that may be chosen: past, too soon, too far. */
export const chosen = (
  { slots, earliest, last }: Scene,
  from: string,
): { day: Day; start: number } | null => {
  const at = new Date(from);
  if (Number.isNaN(at.getTime()) || at.toISOString() < earliest) return null;
  const { day, minutes } = readClock(slots.timeZone, from);
  return day <= last && minutes % 5 === 0 && at.getTime() % 60_000 === 0 ? { day, start: minutes } : null;
};
