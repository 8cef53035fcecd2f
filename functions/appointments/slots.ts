import { addDays, type Day } from '../deadlines/day.ts';
import type { Agenda, Desk, Place, Reason } from './agenda.ts';
import { desksFor } from './agenda.ts';
import { cellMinutes, cellsBetween, type DeskDay, emptyDay, isTaken } from './cells.ts';
import { deskOpening, type OpeningDeps, type Span } from './opening.ts';
import { wallClock } from './wall-clock.ts';

export type Slot = { from: string; to: string };
export type DaySlots = { day: Day; slots: Slot[] };
/** What is kept of the desks of a place, by `<day>#<desk>`. */
export type DeskDays = ReadonlyMap<string, DeskDay>;
export const deskDayOf = (days: DeskDays, day: Day, desk: string): DeskDay =>
  days.get(`${day}#${desk}`) ?? emptyDay;

export type SlotsDeps = OpeningDeps & { timeZone: string; now: string };
type Length = Pick<Reason, 'minutes' | 'buffer'>;

/** Stretches of an opening that nobody has; `isEdge` when what follows is the end of the opening. */
const gapsOf = (open: readonly Span[], { cells }: DeskDay, now: string): (Span & { isEdge: boolean })[] =>
  open.flatMap((span) => {
    const gaps: (Span & { isEdge: boolean })[] = [];
    let start: number | null = null;
    for (let cell = span.start; cell <= span.end; cell += cellMinutes) {
      const isOver = cell >= span.end;
      const isFree = !isOver && !isTaken(cells.get(cell), now);
      if (isFree) start ??= cell;
      else if (start !== null) {
        gaps.push({ start, end: cell, isEdge: isOver });
        start = null;
      }
    }
    return gaps;
  });

/**
 * Beginnings that are offered at a desk, in minutes since midnight: one after the other from the beginning of each free
 * stretch, so that reasons of different lengths leave no crumbs. The pause after the last one may lie outside the opening.
 */
export const startsOf = (
  open: readonly Span[],
  desk: DeskDay,
  { minutes, buffer }: Length,
  now: string,
): number[] =>
  gapsOf(open, desk, now).flatMap(({ start, end, isEdge }) => {
    const needed = isEdge ? minutes : minutes + buffer;
    const starts: number[] = [];
    for (let at = start; at + needed <= end; at += minutes + buffer) starts.push(at);
    return starts;
  });

/** Cells that an appointment takes, its pause included; null when the desk is not free or not open for all of it. */
export const cellsFor = (
  open: readonly Span[],
  desk: DeskDay,
  start: number,
  { minutes, buffer }: Length,
  now: string,
): number[] | null => {
  const span = open.find((one) => one.start <= start && start + minutes <= one.end);
  if (!span || start % cellMinutes !== 0) return null;
  const cells = cellsBetween(start, Math.min(start + minutes + buffer, span.end));
  return cells.every((cell) => !isTaken(desk.cells.get(cell), now)) ? cells : null;
};

/** From when and until which day a reason may be booked; agents are held to no notice, only to what is to come. */
export const windowOf = (
  { leadHours, horizonDays }: Pick<Reason, 'leadHours' | 'horizonDays'>,
  now: string,
  today: Day,
  isAgent = false,
): { earliest: string; last: Day } => ({
  earliest: new Date(Date.parse(now) + (isAgent ? 0 : leadHours * 3_600_000)).toISOString(),
  last: addDays(today, horizonDays),
});

type Asked = { agenda: Agenda; reason: Reason; place: Place; earliest: string; last: Day };

/** Free beginnings of a day over all desks, each once, in order. */
export const slotsOfDay = (deps: SlotsDeps, asked: Asked, days: DeskDays, day: Day): Slot[] => {
  const { agenda, reason, place, earliest, last } = asked;
  if (day > last) return [];
  const starts = desksFor(agenda, reason.code, place.code).flatMap((desk: Desk) => {
    const kept = deskDayOf(days, day, desk.code);
    return startsOf(deskOpening(deps, place, desk, day, kept.barred), kept, reason, deps.now);
  });
  const clock = wallClock(deps.timeZone, day);
  return [...new Set(starts)]
    .sort((one, other) => one - other)
    .flatMap((start) => {
      const from = clock.instantAt(start);
      if (!from || from < earliest) return [];
      return [{ from, to: new Date(Date.parse(from) + reason.minutes * 60_000).toISOString() }];
    });
};

/** The days of a week that have free beginnings. */
export const slotsOfWeek = (deps: SlotsDeps, asked: Asked, days: DeskDays, monday: Day): DaySlots[] =>
  Array.from({ length: 7 }, (_, at) => addDays(monday, at))
    .map((day) => ({ day, slots: slotsOfDay(deps, asked, days, day) }))
    .filter(({ slots }) => slots.length > 0);
