import { type Day, weekday, yearOf } from '../deadlines/day.ts';
import { type HolidayCalendar, holidays } from '../deadlines/holidays.ts';
import type { Desk, Place, Stretch } from './agenda.ts';
import type { Barred } from './cells.ts';
import { minutesOf } from './wall-clock.ts';

/** Minutes since midnight, the end excluded. */
export type Span = { start: number; end: number };
export type OpeningDeps = {
  calendar: HolidayCalendar;
  /** Whether an agent is there on a day: neither absent nor gone. */
  isPresent(login: string, day: Day): boolean;
};

/** 1 Monday to 7 Sunday. */
const isoWeekday = (day: Day): number => weekday(day) || 7;
const spansOf = (hours: readonly Stretch[], day: Day): Span[] =>
  hours
    .filter(({ days }) => days.includes(isoWeekday(day)))
    .map(({ from, to }) => ({ start: minutesOf(from), end: minutesOf(to) }))
    .sort((one, other) => one.start - other.start);
const common = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) =>
    others.flatMap((other) => {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      return start < end ? [{ start, end }] : [];
    }),
  );
/** What is left of spans without another. */
const without = (spans: readonly Span[], { start, end }: Span): Span[] =>
  spans.flatMap((span) => [
    ...(span.start < Math.min(span.end, start)
      ? [{ start: span.start, end: Math.min(span.end, start) }]
      : []),
    ...(Math.max(span.start, end) < span.end ? [{ start: Math.max(span.start, end), end: span.end }] : []),
  ]);

/** When a place receives on a day; never on a holiday. */
export const placeOpening = (place: Place, day: Day, calendar: HolidayCalendar): Span[] =>
  holidays(yearOf(day), calendar).has(day) ? [] : spansOf(place.hours, day);

/** When a desk receives on a day: hours of the place and its own, agents who are there, nothing closed by hand. */
export const deskOpening = (
  { calendar, isPresent }: OpeningDeps,
  place: Place,
  desk: Desk,
  day: Day,
  barred: readonly Barred[],
): Span[] => {
  const isHeld = desk.agents.length === 0 || desk.agents.some((login) => isPresent(login, day));
  if (!isHeld) return [];
  const open = placeOpening(place, day, calendar);
  const own = desk.hours.length === 0 ? open : common(open, spansOf(desk.hours, day));
  return barred.reduce<Span[]>(without, own);
};
