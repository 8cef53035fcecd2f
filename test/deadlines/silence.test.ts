import { describe, expect, it } from 'vitest';
import { told } from '../support/legal-case.ts';

describe('silence decides at the end of the day that bears the same number', () => {
  it.each([
    ['two months from date to date', 'svr @2025-02-02: received 2025-02-01', '2025-04-01 running'],
    ['in summer', 'svr @2026-07-10: received 2026-07-10', '2026-09-10 running'],
    [
      '31 December leads to the last of February',
      'svr @2026-01-01: received 2025-12-31',
      '2026-02-28 running',
    ],
    ['29 February in a leap year', 'svr @2028-01-01: received 2027-12-31', '2028-02-29 running'],
    ['30 December of a leap winter too', 'sva @2028-01-01: received 2027-12-30', '2028-02-29 running'],
    ['31 August has its 31 October', 'sva @2026-09-01: received 2026-08-31', '2026-10-31 running'],
    ['31 July and one month', 'svr P1M @2026-08-01: received 2026-07-31', '2026-08-31 running'],
    ['31 January and one month', 'svr P1M @2026-02-01: received 2026-01-31', '2026-02-28 running'],
    ['from 29 February', 'sva @2028-03-01: received 2028-02-29', '2028-04-29 running'],
    ['three months', 'sva P3M @2026-12-01: received 2026-11-30', '2027-02-28 running'],
    ['a month for the access to documents', 'svr P1M @2026-11-22: received 2026-11-03', '2026-12-03 running'],
    ['fifteen calendar days', 'sva P15D @2026-06-15: received 2026-06-15', '2026-06-30 running'],
    ['two weeks', 'sva P2W @2026-06-15: received 2026-06-15', '2026-06-29 running'],
    ['a year', 'svr P1Y @2028-03-01: received 2028-02-29', '2029-02-28 running'],
    ['a month and fifteen days', 'svr P1M15D @2026-02-01: received 2026-01-31', '2026-03-15 running'],
    ['never put off by a Sunday', 'svr @2026-03-01: received 2026-02-01', '2026-04-01 running'],
    ['born on a holiday all the same', 'sva @2026-03-02: received 2026-03-01', '2026-05-01 running'],
    ['still open on its last day', 'svr @2026-06-02: received 2026-04-02', '2026-06-02 running'],
    ['born the day after', 'svr @2026-06-03: received 2026-04-02', '2026-06-02 missed'],
    ['means nothing for a report', 'none @2026-06-03: received 2026-04-02', '- moot'],
    ['the channel changes nothing', 'sva post @2026-06-03: received 2026-04-02', '2026-06-02 missed'],
    [
      'nor does a missing acknowledgement',
      'sva @2026-06-03: received 2026-04-02, acknowledged 2026-04-02?',
      '2026-06-02 missed',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'silence')).toBe(expected);
  });
});

describe('a decision breaks silence', () => {
  it.each([
    [
      'decided and notified',
      'svr @2026-07-01: received 2026-04-02, decided 2026-05-20, notified 2026-05-22',
      '2026-06-02 met',
    ],
    ['notified alone', 'sva @2026-07-01: received 2026-04-02, notified 2026-05-22', '2026-06-02 met'],
    [
      'decided on the last day',
      'svr @2026-07-01: received 2026-04-02, decided 2026-06-02, notified 2026-06-08',
      '2026-06-02 met',
    ],
    [
      'decided the day after: silence came first',
      'svr @2026-07-01: received 2026-04-02, decided 2026-06-03',
      '2026-06-02 missed',
    ],
    [
      'a refusal cannot follow an acceptance that silence gave',
      'sva @2026-07-01: received 2026-04-02, decided 2026-06-10, notified 2026-06-12',
      '2026-06-02 missed',
    ],
    [
      'decided while documents are awaited',
      'sva @2026-07-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, decided 2026-05-02',
      '- met',
    ],
    [
      'decided while a refusal is suspended',
      'svr @2026-07-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, decided 2026-05-02',
      '2026-07-02 met',
    ],
    [
      'a decision of tomorrow is none yet',
      'svr @2026-05-01: received 2026-04-02, decided 2026-05-02',
      '2026-06-02 running',
    ],
    ['withdrawn by the person', 'svr @2026-07-01: received 2026-04-02, withdrawn 2026-05-02', '- moot'],
    [
      'withdrawn after silence had accepted',
      'sva @2026-07-01: received 2026-04-02, withdrawn 2026-06-15',
      '2026-06-02 missed',
    ],
    [
      'sent on to the competent administration',
      'svr @2026-07-01: received 2026-04-02, forwarded 2026-04-20',
      '- moot',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'silence')).toBe(expected);
  });
});
