/** A calendar day, `YYYY-MM-DD`, of the authority's time zone. Text order is the order of time. */
export type Day = string;

const parts = (day: Day): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};
const utc = (day: Day): number => {
  const [year, month, date] = parts(day);
  return Date.UTC(year, month - 1, date);
};
const fromUtc = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);
const oneDay = 86_400_000;

export const dayOf = (year: number, month: number, date: number): Day =>
  fromUtc(Date.UTC(year, month - 1, date));
export const addDays = (day: Day, days: number): Day => fromUtc(utc(day) + days * oneDay);
/** Calendar days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / oneDay);
/** 0 Sunday to 6 Saturday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();
export const yearOf = (day: Day): number => parts(day)[0];
export const earliest = (one: Day, other: Day): Day => (one < other ? one : other);
export const latest = (one: Day, other: Day): Day => (one > other ? one : other);
/** Written as a day that exists: 2026-02-29 is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(...parts(text)) === text;

/** From date to date; a day that the month lacks becomes its last (31 December and two months: 28 or 29 February). */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = parts(day);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayOf(year, month + months, Math.min(date, last));
};

export type Period = { months: number; days: number };
/** `P2M`, `P15D`, `P1Y`, `P2W` or a mix as `P1M15D`; `null` for anything else. */
export const readPeriod = (text: string): Period | null => {
  const found = /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/.exec(text);
  if (!found) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = found.slice(1).map((count) => Number(count ?? 0));
  return { months: years * 12 + months, days: weeks * 7 + days };
};
/** Months from date to date, then calendar days. Throws `unknown-period` on what is not a period. */
export const addPeriod = (day: Day, text: string): Day => {
  const period = readPeriod(text);
  if (!period) throw new Error(`unknown-period:${text}`);
  return addDays(addMonths(day, period.months), period.days);
};
