import { describe, expect, it } from 'vitest';
import { boardDue, rankingDay } from '../../functions/deadlines/board-due.ts';
import { legalDeadlines } from '../../functions/deadlines/legal.ts';
import type { Rules } from '../../functions/deadlines/rules.ts';
import { caseOf, told } from '../support/legal-case.ts';

describe('a document left in the portal (R112-20)', () => {
  it.each([
    [
      'may be read for fifteen days',
      'svr @2026-06-20: received 2026-05-02, made-available 2026-06-10',
      '2026-06-25 running',
      '- moot',
    ],
    [
      'read in time: notified that day',
      'svr @2026-06-20: received 2026-05-02, made-available 2026-06-10, consulted 2026-06-18',
      '2026-06-25 met',
      '2026-08-19 running',
    ],
    [
      'read on the last day',
      'svr @2026-06-25: received 2026-05-02, made-available 2026-06-10, consulted 2026-06-25',
      '2026-06-25 met',
      '2026-08-26 running',
    ],
    [
      'unread: notified on the day it was available',
      'svr @2026-06-26: received 2026-05-02, made-available 2026-06-10',
      '2026-06-25 missed',
      '2026-08-11 running',
    ],
    [
      'read after that: no later',
      'svr @2026-07-10: received 2026-05-02, made-available 2026-06-10, consulted 2026-07-01',
      '2026-06-25 missed',
      '2026-08-11 running',
    ],
    [
      'not yet read on the last day',
      'svr @2026-06-25: received 2026-05-02, made-available 2026-06-10',
      '2026-06-25 running',
      '- moot',
    ],
  ])('%s', (_why, line, portal, appeal) => {
    expect(told(line, 'portal')).toBe(portal);
    expect(told(line, 'appeal')).toBe(appeal);
  });

  it('is not spoken of where nothing was left there', () => {
    expect(told('svr @2026-06-25: received 2026-05-02', 'portal')).toBe('none');
  });
});

describe('the reasons of an implicit refusal (L232-4)', () => {
  const refused = 'received 2026-02-01, acknowledged 2026-02-02';
  it.each([
    [
      'are due within a month',
      `svr @2026-05-10: ${refused}, reasons-requested 2026-05-04`,
      '2026-06-04 running',
      '2027-05-04 running',
    ],
    [
      'are late',
      `svr @2026-06-05: ${refused}, reasons-requested 2026-05-04`,
      '2026-06-04 missed',
      '2027-05-04 running',
    ],
    [
      'given: two months more to appeal',
      `svr @2026-06-05: ${refused}, reasons-requested 2026-05-04, reasons-given 2026-06-01`,
      '2026-06-04 met',
      '2026-08-03 running',
    ],
    [
      'given late',
      `svr @2026-08-05: ${refused}, reasons-requested 2026-05-04, reasons-given 2026-07-01`,
      '2026-06-04 missed',
      '2026-09-02 running',
    ],
    [
      'never given: a year to appeal',
      `svr @2027-05-05: ${refused}, reasons-requested 2026-05-04`,
      '2026-06-04 missed',
      '2027-05-04 missed',
    ],
    [
      'asked for once the delay to appeal was over: it stays over',
      `svr @2026-06-10: ${refused}, reasons-requested 2026-06-09`,
      '2026-07-09 running',
      '2026-06-02 missed',
    ],
    [
      'given before a late acknowledgement: they shorten nothing',
      'svr @2026-07-25: received 2026-02-01, reasons-requested 2026-05-04, reasons-given 2026-05-10, acknowledged 2026-07-20',
      '2026-06-04 met',
      '2026-09-21 running',
    ],
  ])('%s', (_why, line, reasons, appeal) => {
    expect(told(line, 'reasons')).toBe(reasons);
    expect(told(line, 'appeal')).toBe(appeal);
  });
});

describe('the promise of the authority', () => {
  it.each([
    ['runs in calendar days', 'svr @2026-05-02: received 2026-04-02', '2026-05-02 running'],
    ['is broken the day after', 'svr @2026-05-03: received 2026-04-02', '2026-05-02 missed'],
    [
      'is kept by an answer on its last day',
      'svr @2026-06-01: received 2026-04-02, decided 2026-05-01, notified 2026-05-02',
      '2026-05-02 met',
    ],
    [
      'is not by an answer after it',
      'svr @2026-06-01: received 2026-04-02, decided 2026-05-02, notified 2026-05-03',
      '2026-05-02 missed',
    ],
    [
      'waits for documents',
      'sva @2026-04-20: received 2026-04-02, documents-requested 2026-04-10..2026-04-30',
      '2026-05-22 suspended',
    ],
    [
      'runs again when they come',
      'sva @2026-04-20: received 2026-04-02, documents-requested 2026-04-10..2026-04-30, documents-received 2026-04-15',
      '2026-05-07 running',
    ],
    ['has no object once withdrawn', 'svr @2026-05-03: received 2026-04-02, withdrawn 2026-04-12', '- moot'],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'commitment', { commitmentDays: 30 })).toBe(expected);
  });

  const rules: Rules = { commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' }, calendar: 'metropole' };
  it('ranks a request by the earlier of the promise and of silence', () => {
    expect(boardDue('2026-04-02', rules)).toBe('2026-05-02');
    expect(boardDue('2026-04-02', { ...rules, commitmentDays: 90 })).toBe('2026-06-02');
    expect(
      boardDue('2026-04-02', { ...rules, commitmentDays: 90, silence: { mode: 'none', period: 'P2M' } }),
    ).toBe('2026-07-01');
  });

  it('no longer ranks by what is met', () => {
    const answered = caseOf('svr @2026-05-20: received 2026-04-02, notified 2026-05-01');
    expect(rankingDay(legalDeadlines({ ...answered, commitmentDays: 30 }))).toBeNull();
  });
});
