import { addDays, type Day, weekday } from '../deadlines/day.ts';
import { type HolidayCalendar, holidays } from '../deadlines/holidays.ts';
import { instantAt } from '../instruction/instant.ts';
import type { Authority } from '../settings/authority.ts';

/** Days of the week (1 Monday to 7 Sunday) with one stretch of opening, `HH:mm`. */
export type OpeningHours = NonNullable<Authority['opening']>[number];
/** When somebody answers the telephone, unless the authority says otherwise. */
export const usualHours: readonly OpeningHours[] = [
  { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:30', to: '17:00' },
];
export type Opening = { timeZone: string; holidays: HolidayCalendar; hours: readonly OpeningHours[] };

/** When the authority answers the telephone. */
export const openingOf = ({ timeZone, holidays: calendar, opening }: Authority): Opening => ({
  ...{ timeZone, holidays: calendar },
  hours: opening ?? usualHours,
});

/** Instants (UTC) between which it is open. */
export type Stretch = { from: string; to: string };

const instantOf = (zone: string, day: Day, clock: string): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return new Date(Date.parse(instantAt(zone, day, hour)) + minute * 60_000).toISOString();
};

/** Stretches of a day, in order; none on a public holiday. */
export const stretchesOf = (day: Day, { timeZone, holidays: calendar, hours }: Opening): Stretch[] => {
  if (holidays(Number(day.slice(0, 4)), calendar).has(day)) return [];
  const today = weekday(day) || 7;
  return hours
    .filter(({ days }) => days.includes(today))
    .map(({ from, to }) => ({ from: instantOf(timeZone, day, from), to: instantOf(timeZone, day, to) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
};

const longestClosure = 30;
/** Stretches that begin after an instant, soonest first: enough days to find one over any closure. */
const following = (instant: string, today: Day, opening: Opening): Stretch | null => {
  for (let ahead = 0; ahead <= longestClosure; ahead += 1) {
    const next = stretchesOf(addDays(today, ahead), opening).find(({ from }) => from > instant);
    if (next) return next;
  }
  return null;
};

export const isOpen = (instant: string, today: Day, opening: Opening): boolean =>
  stretchesOf(today, opening).some(({ from, to }) => from <= instant && instant < to);

/** When it opens next; `null` over an endless closure. */
export const opensAt = (instant: string, today: Day, opening: Opening): string | null =>
  following(instant, today, opening)?.from ?? null;

/**
 * By when somebody who was missed is called back: the end of the next opened half-day, so always within one working day.
 * A town that never opens has a day.
 */
export const dueAfter = (instant: string, today: Day, opening: Opening): string =>
  following(instant, today, opening)?.to ?? new Date(Date.parse(instant) + 86_400_000).toISOString();
