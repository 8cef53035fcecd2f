import { describe, expect, it } from 'vitest';
import { told } from '../support/legal-case.ts';

/** Each row: why, the case, what is expected. Days of 2026: Easter is 5 April, Ascension 14 May, Whit Monday 25 May. */
describe('an electronic send is registered within one working day (R112-11-2)', () => {
  it.each([
    ['the next day', 'svr @2026-04-02: received 2026-04-02', '2026-04-03 running'],
    ['over the bridge of 8 May', 'svr @2026-05-07: received 2026-05-07', '2026-05-11 running'],
    ['over Christmas and its weekend', 'svr @2026-12-24: received 2026-12-24', '2026-12-28 running'],
    ['received on a Saturday', 'svr @2026-11-21: received 2026-11-21', '2026-11-23 running'],
    ['Good Friday is worked in Paris', 'svr @2027-03-25: received 2027-03-25', '2027-03-26 running'],
    [
      'Good Friday is not worked in Strasbourg',
      'svr alsace-moselle @2027-03-25: received 2027-03-25',
      '2027-03-30 running',
    ],
    [
      '26 December is a holiday in Metz',
      'svr alsace-moselle @2025-12-24: received 2025-12-24',
      '2025-12-29 running',
    ],
    ['abolition day in Guadeloupe', 'svr guadeloupe @2026-05-26: received 2026-05-26', '2026-05-28 running'],
    ['the same week in metropolitan France', 'svr @2026-05-26: received 2026-05-26', '2026-05-27 running'],
    [
      'abolition day in Martinique, a Friday',
      'svr martinique @2026-05-21: received 2026-05-21',
      '2026-05-26 running',
    ],
    ['abolition day in Guyane', 'svr guyane @2026-06-09: received 2026-06-09', '2026-06-11 running'],
    ['abolition day in Mayotte', 'svr mayotte @2026-04-24: received 2026-04-24', '2026-04-28 running'],
    [
      'abolition day in La Reunion falls on a Sunday',
      'svr reunion @2026-12-18: received 2026-12-18',
      '2026-12-21 running',
    ],
    [
      'abolition day in Saint-Barthelemy',
      'svr saint-barthelemy @2026-10-08: received 2026-10-08',
      '2026-10-12 running',
    ],
    [
      'abolition day in Saint-Martin',
      'svr saint-martin @2026-05-27: received 2026-05-27',
      '2026-05-29 running',
    ],
    ['still running on its last day', 'svr @2026-04-03: received 2026-04-02', '2026-04-03 running'],
    ['missed the day after', 'svr @2026-04-04: received 2026-04-02', '2026-04-03 missed'],
    [
      'an instantaneous full acknowledgement makes it needless',
      'svr @2026-04-20: received 2026-04-02, acknowledged 2026-04-02',
      '2026-04-03 met',
    ],
    [
      'a first receipt is enough, however little it says',
      'svr @2026-04-20: received 2026-04-02, acknowledged 2026-04-03?',
      '2026-04-03 met',
    ],
    [
      'acknowledged too late',
      'svr @2026-04-20: received 2026-04-02, acknowledged 2026-04-07',
      '2026-04-03 missed',
    ],
    [
      'counted from the first receipt, wherever it was sent',
      'svr @2026-04-20: received 2026-04-02, transferred 2026-04-10, acknowledged 2026-04-10',
      '2026-04-03 missed',
    ],
    [
      'the first administration registers, the competent one acknowledges',
      'svr @2026-04-20: received 2026-04-02, acknowledged 2026-04-02?, transferred 2026-04-10',
      '2026-04-03 met',
    ],
    ['a letter has none', 'svr post @2026-04-20: received 2026-04-02', '- moot'],
    [
      'answered the same day: nothing is left to register',
      'svr @2026-04-20: received 2026-04-02, notified 2026-04-02',
      '- moot',
    ],
    ['what silence means does not matter', 'none @2026-04-04: received 2026-04-02', '2026-04-03 missed'],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'aee')).toBe(expected);
  });
});

describe('an electronic send is acknowledged within ten working days of reaching the competent body (R112-11-2)', () => {
  it.each([
    ['over Easter Monday', 'svr @2026-04-02: received 2026-04-02', '2026-04-17 running'],
    [
      'Good Friday too in Alsace-Moselle',
      'svr alsace-moselle @2026-04-02: received 2026-04-02',
      '2026-04-20 running',
    ],
    ['over 8 May, Ascension and Whit Monday', 'svr @2026-05-07: received 2026-05-07', '2026-05-26 running'],
    ['over Christmas and New Year', 'svr @2026-12-24: received 2026-12-24', '2027-01-11 running'],
    ['received on a Saturday', 'svr @2026-11-21: received 2026-11-21', '2026-12-04 running'],
    ['over Easter 2027', 'svr @2027-03-25: received 2027-03-25', '2027-04-09 running'],
    ['over 15 August, a Saturday', 'svr @2026-08-10: received 2026-08-10', '2026-08-24 running'],
    ['over 11 November', 'svr @2026-11-02: received 2026-11-02', '2026-11-17 running'],
    [
      'counted from the competent administration after a transfer',
      'svr @2026-04-20: received 2026-03-02, transferred 2026-04-02',
      '2026-04-17 missed',
    ],
    [
      'the last transfer reaches the competent one',
      'svr @2026-04-10: received 2026-03-02, transferred 2026-03-10, transferred 2026-04-02',
      '2026-04-17 running',
    ],
    [
      'a transfer of tomorrow has not happened',
      'svr @2026-04-02: received 2026-04-02, transferred 2026-04-03',
      '2026-04-17 running',
    ],
    [
      'met when it says everything',
      'sva @2026-05-20: received 2026-05-07, acknowledged 2026-05-07?, acknowledged 2026-05-20',
      '2026-05-26 met',
    ],
    [
      'met on its last day',
      'sva @2026-06-20: received 2026-05-07, acknowledged 2026-05-26',
      '2026-05-26 met',
    ],
    ['late by a day', 'sva @2026-06-20: received 2026-05-07, acknowledged 2026-05-27', '2026-05-26 missed'],
    [
      'an incomplete one is none',
      'sva @2026-06-20: received 2026-05-07, acknowledged 2026-05-08?',
      '2026-05-26 missed',
    ],
    [
      'an incomplete one leaves it running',
      'sva @2026-05-20: received 2026-05-07, acknowledged 2026-05-08?',
      '2026-05-26 running',
    ],
    [
      'the competent administration acknowledges, no other (L114-4)',
      'svr @2026-04-10: received 2026-04-01, acknowledged 2026-04-01, transferred 2026-04-02',
      '2026-04-17 running',
    ],
    [
      'it may do so on the day of the transfer',
      'svr @2026-04-10: received 2026-04-01, transferred 2026-04-02, acknowledged 2026-04-02',
      '2026-04-17 met',
    ],
    [
      'needless once an express decision was notified before its day (L112-12)',
      'svr @2026-06-10: received 2026-05-07, notified 2026-05-20',
      '- moot',
    ],
    [
      'missed before the decision stays missed',
      'svr @2026-06-10: received 2026-05-07, notified 2026-06-01',
      '2026-05-26 missed',
    ],
    [
      'decided but not notified: still owed',
      'svr @2026-05-20: received 2026-05-07, decided 2026-05-12',
      '2026-05-26 running',
    ],
    [
      'a request withdrawn before its day owes nothing',
      'svr @2026-06-10: received 2026-05-07, withdrawn 2026-05-20',
      '- moot',
    ],
    [
      'a request sent on was never ours to acknowledge',
      'svr @2026-06-10: received 2026-05-07, forwarded 2026-05-29',
      '- moot',
    ],
    ['a letter has none', 'svr post @2026-06-10: received 2026-05-07', '- moot'],
    [
      'documents that are missing do not move it',
      'sva @2026-05-20: received 2026-05-07, documents-requested 2026-05-11..2026-06-11',
      '2026-05-26 running',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'are')).toBe(expected);
  });
});

describe('a letter, a call or a visit is acknowledged, without a legal date (L112-3)', () => {
  it.each([
    ['owed from the first day', 'svr post @2026-05-07: received 2026-05-07', '- running'],
    ['owed as long as it is missing', 'svr post @2027-05-07: received 2026-05-07', '- running'],
    ['sent', 'svr post @2026-06-01: received 2026-05-07, acknowledged 2026-05-12', '- met'],
    [
      'one that says too little is none',
      'svr post @2026-06-01: received 2026-05-07, acknowledged 2026-05-12?',
      '- running',
    ],
    [
      'completed later',
      'svr post @2026-06-01: received 2026-05-07, acknowledged 2026-05-12?, acknowledged 2026-05-28',
      '- met',
    ],
    [
      'not owed when silence accepts within fifteen days (R112-4)',
      'sva P15D post @2026-05-10: received 2026-05-07',
      '- moot',
    ],
    ['owed when silence accepts in sixteen', 'sva P16D post @2026-05-10: received 2026-05-07', '- running'],
    [
      'owed when silence refuses, however soon',
      'svr P15D post @2026-05-10: received 2026-05-07',
      '- running',
    ],
    [
      'of no effect once a decision was notified in time (L112-6)',
      'svr post @2026-07-20: received 2026-05-07, notified 2026-06-30',
      '- moot',
    ],
    [
      'still missing when the decision came after silence had refused',
      'svr post @2026-08-20: received 2026-05-07, notified 2026-07-15',
      '- running',
    ],
    [
      'of no effect when silence means nothing and an answer was notified',
      'none post @2026-08-20: received 2026-05-07, notified 2026-07-15',
      '- moot',
    ],
    [
      'of no object once withdrawn',
      'svr post @2026-06-01: received 2026-05-07, withdrawn 2026-05-20',
      '- moot',
    ],
    [
      'the competent administration sends it (L114-4)',
      'svr post @2026-06-01: received 2026-05-07, acknowledged 2026-05-09, transferred 2026-05-15',
      '- running',
    ],
    ['an electronic send has its own', 'svr @2026-06-01: received 2026-05-07', '- moot'],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'ar')).toBe(expected);
  });
});
