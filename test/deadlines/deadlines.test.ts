import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addPeriod, weekday } from '../../functions/deadlines/day.ts';
import {
  boardDue,
  deadlinesOf,
  type Facts,
  implicitDecisionOn,
  type Rules,
} from '../../functions/deadlines/deadlines.ts';
import { addWorkingDays, easter, holidays, isWorkingDay } from '../../functions/deadlines/holidays.ts';

const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset));
const rules: Rules = { commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' }, calendar: 'metropole' };
const facts: Facts = {
  receivedOn: '2026-04-02',
  channel: 'form',
  state: 'assigned',
  receiptOn: null,
  acknowledgedOn: null,
  answeredOn: null,
};

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

  it('closes the counters on the eleven holidays of metropolitan France', () => {
    expect([...holidays(2026, 'metropole')].sort()).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('adds the days of Alsace-Moselle and of the overseas authorities', () => {
    expect(isWorkingDay('2026-04-03', 'metropole')).toBe(true);
    expect(isWorkingDay('2026-04-03', 'alsace-moselle')).toBe(false);
    expect(isWorkingDay('2025-12-26', 'alsace-moselle')).toBe(false);
    expect(isWorkingDay('2026-05-22', 'martinique')).toBe(false);
    expect(isWorkingDay('2027-12-20', 'reunion')).toBe(false);
  });

  it('never ends a count of working days on a day without mail', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (day, count) => {
        const end = addWorkingDays(day, count, 'metropole');
        return isWorkingDay(end, 'metropole') && end > day && ![0, 6].includes(weekday(end));
      }),
    );
  });

  it('counts months from date to date, never beyond the end of a month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(addPeriod('2026-06-15', 'P15D')).toBe('2026-06-30');
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
});

describe('what the law promises to who wrote', () => {
  it.each([
    ['2026-04-02', '2026-04-03', '2026-04-17'],
    ['2026-05-07', '2026-05-11', '2026-05-26'],
    ['2026-12-24', '2026-12-28', '2027-01-11'],
    ['2026-11-21', '2026-11-23', '2026-12-04'],
    ['2027-03-25', '2027-03-26', '2027-04-09'],
  ])('received on %s: confirmed by %s, acknowledged by %s', (receivedOn, aee, are) => {
    const found = deadlinesOf({ ...facts, receivedOn }, rules, receivedOn);
    expect(found.slice(0, 2).map(({ kind, due }) => [kind, due])).toEqual([
      ['aee', aee],
      ['are', are],
    ]);
  });

  it('counts the Good Friday and Easter of Alsace-Moselle', () => {
    expect(addWorkingDays('2026-04-02', 10, 'alsace-moselle')).toBe('2026-04-20');
  });

  it.each([
    ['2025-02-01', '2025-04-01'],
    ['2025-12-31', '2026-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-08-31', '2026-10-31'],
    ['2026-07-10', '2026-09-10'],
  ])('silence since %s decides at the end of %s', (receivedOn, due) => {
    expect(implicitDecisionOn(receivedOn, rules.silence)).toBe(due);
  });

  it('says nothing of silence when silence decides nothing, nor of electronic receipts for paper', () => {
    const silent: Rules = { ...rules, silence: { mode: 'none', period: 'P2M' } };
    const found = deadlinesOf({ ...facts, channel: 'scan' }, silent, '2026-04-02');
    expect(found.map(({ kind }) => kind)).toEqual(['commitment']);
  });

  it.each([
    ['running', { answeredOn: null }, '2026-05-02'],
    ['missed', { answeredOn: null }, '2026-05-03'],
    ['met', { answeredOn: '2026-05-02' }, '2026-06-01'],
    ['missed', { answeredOn: '2026-05-03' }, '2026-06-01'],
    ['moot', { answeredOn: null, state: 'withdrawn' as const }, '2026-06-01'],
  ])('tells a promise %s', (state, change, today) => {
    const found = deadlinesOf({ ...facts, ...change }, rules, today);
    expect(found.find(({ kind }) => kind === 'commitment')).toEqual({
      kind: 'commitment',
      due: '2026-05-02',
      state,
      article: '',
    });
  });

  it('ranks a request by the earlier of the promise and of the implicit decision', () => {
    expect(boardDue('2026-04-02', rules)).toBe('2026-05-02');
    expect(boardDue('2026-04-02', { ...rules, commitmentDays: 90 })).toBe('2026-06-02');
  });
});
