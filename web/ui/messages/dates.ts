import { calendar } from './calendar-fr.ts';
import { number } from './numbers.ts';
import { wallClock } from './zone.ts';

/** Day and hour shown for a calendar day (YYYY-MM-DD) or an instant, in the fields of UTC; a RangeError for anything else. */
const shown = (value: string): Date => {
  const at = Date.parse(value.length === 10 ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(at)) throw new RangeError('neither a calendar day nor an instant');
  return value.length === 10 ? new Date(at) : wallClock(at);
};
const dayAndMonth = (at: Date): string =>
  `${calendar.dayOfMonth(at.getUTCDate())} ${calendar.months[at.getUTCMonth()]}`;

/** "22 novembre 2026", from an instant or a calendar day. */
export const day = (value: string): string => {
  const at = shown(value);
  return `${dayAndMonth(at)} ${at.getUTCFullYear()}`;
};
/** "lundi 7 décembre". */
export const weekday = (value: string): string => {
  const at = shown(value);
  return `${calendar.weekdays[at.getUTCDay()]} ${dayAndMonth(at)}`;
};
/** "9 h 05", on one line. */
export const time = (value: string): string => {
  const at = shown(value);
  return calendar.clock(at.getUTCHours(), String(at.getUTCMinutes()).padStart(2, '0'));
};
export const dayAndTime = (value: string): string => `${day(value)} ${calendar.at} ${time(value)}`;

/** Calendar day (YYYY-MM-DD) of an instant in the authority's zone. */
export const calendarDay = (instant: string): string =>
  instant.length === 10 ? instant : shown(instant).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(calendarDay(to)) - Date.parse(calendarDay(from))) / 86_400_000);
/** "aujourd’hui", "demain", "dans 3 jours", "il y a 2 jours", as seen on the day of `now`. */
export const relativeDay = (value: string, now: string): string => {
  const days = daysBetween(now, value);
  const count = Math.abs(days);
  return calendar.near[days] ?? calendar[days < 0 ? 'daysAgo' : 'inDays'](number(count), count);
};
