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

export const dayOf = (year: number, month: number, date: number): Day =>
  fromUtc(Date.UTC(year, month - 1, date));
export const addDays = (day: Day, days: number): Day => fromUtc(utc(day) + days * 86_400_000);
/** 0 Sunday to 6 Saturday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();
export const yearOf = (day: Day): number => parts(day)[0];

/** From date to date; a day that the month lacks becomes its last (31 December and two months: 28 or 29 February). */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = parts(day);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayOf(year, month + months, Math.min(date, last));
};

/** `P2M` from date to date, `P15D` in calendar days. Throws on any other period. */
export const addPeriod = (day: Day, period: string): Day => {
  const [, count, unit] = /^P(\d+)([DM])$/.exec(period) ?? [];
  if (!count || !unit) throw new Error('unknown-period');
  return unit === 'M' ? addMonths(day, Number(count)) : addDays(day, Number(count));
};
