import type { Authority } from '../settings/authority.ts';
import { addDays, type Day, dayOf, weekday, yearOf } from './day.ts';

export type HolidayCalendar = Authority['holidays'];

/** Easter Sunday, by the computation of Meeus, Jones and Butcher. */
export const easter = (year: number): Day => {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const e = century % 4;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
};

const everywhere = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days proper to a place: Alsace-Moselle (L3134-13 code du travail), abolition of slavery overseas (L3422-2). */
const local: Record<HolidayCalendar, readonly string[]> = {
  metropole: [],
  'alsace-moselle': ['12-26'],
  guadeloupe: ['05-27'],
  martinique: ['05-22'],
  guyane: ['06-10'],
  reunion: ['12-20'],
  mayotte: ['04-27'],
  'saint-barthelemy': ['10-09'],
  'saint-martin': ['05-28'],
};
/** Days after Easter Sunday: Monday, Ascension, Whit Monday; Good Friday in Alsace-Moselle. */
const moving = [1, 39, 50];

export const calendars = Object.keys(local) as [HolidayCalendar, ...HolidayCalendar[]];

const known = new Map<string, ReadonlySet<Day>>();
/** Public holidays of a year (L3133-1 code du travail, and those of the place). */
export const holidays = (year: number, calendar: HolidayCalendar): ReadonlySet<Day> => {
  const key = `${year}${calendar}`;
  const before = known.get(key);
  if (before) return before;
  const fixed = [...everywhere, ...local[calendar]].map((date) => `${year}-${date}`);
  const offsets = calendar === 'alsace-moselle' ? [-2, ...moving] : moving;
  const days = new Set([...fixed, ...offsets.map((offset) => addDays(easter(year), offset))]);
  known.set(key, days);
  return days;
};

/** Jour ouvre: Monday to Friday, not a holiday (administrative practice). */
export const isWorkingDay = (day: Day, calendar: HolidayCalendar): boolean =>
  weekday(day) % 6 !== 0 && !holidays(yearOf(day), calendar).has(day);

/** The last of `count` working days that follow `day`. */
export const addWorkingDays = (day: Day, count: number, calendar: HolidayCalendar): Day => {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
};
