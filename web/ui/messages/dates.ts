import { instantAt } from '../../../functions/instruction/instant.ts';
import { language } from './language-fr.ts';

export const { locale } = language;
let timeZone = 'Europe/Paris';
/** Called once at start with the authority's zone; days of the law and hours shown are those of the authority. */
export const useTimeZone = (zone: string): void => {
  timeZone = zone;
};

const asDate = (value: string): Date => new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
const zoneOf = (value: string): string => (value.length === 10 ? 'UTC' : timeZone);
const format = (value: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zoneOf(value), ...options }).format(asDate(value));

/** "22 novembre 2026", from an instant or a calendar day. */
export const day = (value: string): string => firstOfMonth(format(value, { dateStyle: 'long' }));
/** "lundi 7 décembre". */
export const weekday = (value: string): string =>
  firstOfMonth(format(value, { weekday: 'long', day: 'numeric', month: 'long' }));
export const time = (value: string): string => {
  const clock = format(value, { timeStyle: 'short' }).replace(/^0/, '');
  return language.code === 'fr' ? clock.replace(':', ' h ') : clock;
};
export const dayAndTime = (value: string): string =>
  language.code === 'fr' ? `${day(value)} à ${time(value)}` : `${day(value)} at ${time(value)}`;

/** Calendar day (YYYY-MM-DD) of an instant in the authority's zone. */
export const calendarDay = (instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return instant.length === 10 ? instant : parts.format(asDate(instant));
};
/** The instant (UTC) at which a clock of the authority shows a typed `YYYY-MM-DDTHH:MM`, wherever the machine is; undefined for anything else. */
export const instantOf = (typed: string): string | undefined => {
  const [, on = '', hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(typed) ?? [];
  if (!on || Number.isNaN(Date.parse(`${typed.slice(0, 16)}Z`))) return undefined;
  const at = Date.parse(instantAt(timeZone, on, Number(hour))) + Number(minute) * 60_000;
  return new Date(at).toISOString();
};
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(calendarDay(to)) - Date.parse(calendarDay(from))) / 86_400_000);
/** "aujourd’hui", "demain", "dans 3 jours", "il y a 2 jours", as seen on the day of `now`. */
export const relativeDay = (value: string, now: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(daysBetween(now, value), 'day');

export const number = (value: number): string => new Intl.NumberFormat(locale).format(value);
export const percent = (value: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
const [kilo, mega] = language.code === 'fr' ? ['ko', 'Mo'] : ['kB', 'MB'];
/** "840 ko", "2,4 Mo". */
export const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${number(Math.max(Math.min(bytes, 1), Math.round(bytes / 1_000)))}\u00a0${kilo}`
    : `${number(Math.round(bytes / 100_000) / 10)}\u00a0${mega}`;
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
/** Picks a form by the plural rules of the language: `plural(2, { one: 'jour', other: 'jours' })` → "2 jours". */
export const plural = (count: number, forms: { one: string; other: string }): string =>
  `${number(count)}\u00a0${new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other}`;

const firstOfMonth = (text: string): string =>
  language.code === 'en' ? text : text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ');
