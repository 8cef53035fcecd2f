import { addDays, addMonths, type Day, weekday, yearOf } from './day.ts';
import { addWorkingDays, type HolidayCalendar, holidays, isWorkingDay } from './holidays.ts';

/** Jour ouvrable: Monday to Saturday, not a holiday. */
export const isBusinessDay = (day: Day, calendar: HolidayCalendar): boolean =>
  weekday(day) !== 0 && !holidays(yearOf(day), calendar).has(day);

/** The last of `days` business days (jours ouvrables) that follow `from`. */
export const addBusinessDays = (from: Day, days: number, calendar: HolidayCalendar): Day => {
  let reached = from;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isBusinessDay(reached, calendar)) left -= 1;
  }
  return reached;
};

/** A delay that ends on a Saturday, a Sunday or a holiday ends on the next working day. */
export const rollForward = (day: Day, calendar: HolidayCalendar): Day =>
  isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);

/** Clear days (delai franc): neither the first nor the last day counts, then rolled forward. */
export const addClearDays = (from: Day, days: number, calendar: HolidayCalendar): Day =>
  rollForward(addDays(from, days + 1), calendar);
/** Clear months: from date to date and one day, then rolled forward (CJA R421-1; CE 29 December 2006, 289818). */
export const addClearMonths = (from: Day, months: number, calendar: HolidayCalendar): Day =>
  rollForward(addDays(addMonths(from, months), 1), calendar);
