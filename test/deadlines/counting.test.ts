import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addClearDays,
  addClearMonths,
  isBusinessDay,
  rollForward,
} from '../../functions/deadlines/counting.ts';
import {
  addDays,
  addMonths,
  addPeriod,
  daysBetween,
  isDay,
  readPeriod,
  weekday,
} from '../../functions/deadlines/day.ts';
import { addWorkingDays, easter, holidays, isWorkingDay } from '../../functions/deadlines/holidays.ts';

fc.configureGlobal({ seed: 20_260_403 });
const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset));

describe('the calendar of the authority', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
  ])('knows Easter of %i', (year, sunday) => {
    expect(easter(year)).toBe(sunday);
  });

  it.each([
    [2025, '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
    [2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    [2027, '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
  ])('closes the counters on the eleven holidays of %i', (year, list) => {
    const expected = list.split(' ').map((date) => `${year}-${date}`);
    expect([...holidays(year, 'metropole')].sort()).toEqual(expected);
  });

  it.each([
    ['alsace-moselle', '2026-04-03'],
    ['alsace-moselle', '2026-12-26'],
    ['guadeloupe', '2026-05-27'],
    ['martinique', '2026-05-22'],
    ['guyane', '2026-06-10'],
    ['reunion', '2027-12-20'],
    ['mayotte', '2026-04-27'],
    ['saint-barthelemy', '2026-10-09'],
    ['saint-martin', '2026-05-28'],
  ] as const)('adds the days of %s: %s', (calendar, day) => {
    expect([...holidays(Number(day.slice(0, 4)), calendar)]).toContain(day);
    expect([...holidays(Number(day.slice(0, 4)), 'metropole')]).not.toContain(day);
  });
});

describe('the four ways of counting days', () => {
  const sunday = '2026-07-12';
  it('counts the official example: seven days from a Monday, with a holiday in the week', () => {
    expect(addDays(sunday, 7)).toBe('2026-07-19');
    expect(addClearDays(sunday, 7, 'metropole')).toBe('2026-07-20');
    expect(addBusinessDays(sunday, 7, 'metropole')).toBe('2026-07-21');
    expect(addWorkingDays(sunday, 7, 'metropole')).toBe('2026-07-22');
  });

  it('works on Saturdays only where business days are counted', () => {
    expect(isBusinessDay('2026-11-21', 'metropole')).toBe(true);
    expect(isWorkingDay('2026-11-21', 'metropole')).toBe(false);
    expect(isBusinessDay('2026-11-22', 'metropole')).toBe(false);
    expect(isBusinessDay('2026-08-15', 'metropole')).toBe(false);
  });

  it('counts clear months of the published example', () => {
    expect(addClearMonths('2017-09-20', 2, 'metropole')).toBe('2017-11-21');
  });

  it('never ends a count of working days or a rolled delay on a day without work', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const end = addWorkingDays(day, count, 'metropole');
        const rolled = rollForward(day, 'alsace-moselle');
        return (
          isWorkingDay(end, 'metropole') &&
          end > day &&
          rolled >= day &&
          isWorkingDay(rolled, 'alsace-moselle')
        );
      }),
    );
  });

  it('never counts faster where more days are holidays, nor working days faster than business days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const there = addWorkingDays(day, count, 'alsace-moselle');
        const here = addWorkingDays(day, count, 'metropole');
        return there >= here && here >= addBusinessDays(day, count, 'metropole');
      }),
    );
  });
});

describe('periods', () => {
  it('counts months from date to date, never beyond the end of a month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (day, months) => {
        const end = addMonths(day, months);
        const asked = Number(day.slice(8));
        return (
          Number(end.slice(8)) === asked || (Number(end.slice(8)) < asked && addDays(end, 1).endsWith('-01'))
        );
      }),
    );
  });

  it('reads days, weeks, months, years and their mixes, and refuses the rest', () => {
    expect(addPeriod('2026-06-15', 'P15D')).toBe('2026-06-30');
    expect(readPeriod('P1Y2M3W4D')).toEqual({ months: 14, days: 25 });
    for (const wrong of ['', 'P', '2M', 'P2', 'PT2H', 'P-2M', 'P2M ']) expect(readPeriod(wrong)).toBeNull();
    expect(() => addPeriod('2026-06-15', 'soon')).toThrow('unknown-period:soon');
  });

  it('knows which days exist, and how many lie between two', () => {
    expect(isDay('2028-02-29')).toBe(true);
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-2-1', 'x']) expect(isDay(wrong)).toBe(false);
    expect(daysBetween('2026-01-20', '2026-02-20')).toBe(31);
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, count) => {
        const other = addDays(day, count);
        return daysBetween(day, other) === count && (weekday(day) + 7000 + count) % 7 === weekday(other);
      }),
    );
  });
});
