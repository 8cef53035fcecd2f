import { describe, expect, it } from 'vitest';
import { told } from '../support/legal-case.ts';

describe('an express decision may be appealed for two clear months from its notification (CJA R421-1)', () => {
  it.each([
    [
      'a day more than the same number',
      'svr @2017-09-21: received 2017-08-01, notified 2017-09-20',
      '2017-11-21 running',
    ],
    [
      'to the last day of summer',
      'svr @2026-07-01: received 2026-06-01, notified 2026-06-30',
      '2026-08-31 running',
    ],
    [
      'a Saturday is put off to Monday',
      'svr @2026-03-01: received 2026-02-01, notified 2026-03-01',
      '2026-05-04 running',
    ],
    [
      'notified on a holiday',
      'svr @2026-07-14: received 2026-06-01, notified 2026-07-14',
      '2026-09-15 running',
    ],
    [
      'Holy Thursday in Paris',
      'svr @2027-01-24: received 2026-12-01, notified 2027-01-24',
      '2027-03-25 running',
    ],
    [
      'Good Friday in Paris',
      'svr @2027-01-25: received 2026-12-01, notified 2027-01-25',
      '2027-03-26 running',
    ],
    [
      'Good Friday in Strasbourg',
      'svr alsace-moselle @2027-01-25: received 2026-12-01, notified 2027-01-25',
      '2027-03-30 running',
    ],
    [
      '11 November is a holiday',
      'svr @2026-09-10: received 2026-08-01, notified 2026-09-10',
      '2026-11-12 running',
    ],
    [
      'New Year and its weekend',
      'svr @2026-10-31: received 2026-10-01, notified 2026-10-31',
      '2027-01-04 running',
    ],
    [
      '31 December: the first of March',
      'svr @2026-12-31: received 2026-11-15, notified 2026-12-31',
      '2027-03-01 running',
    ],
    [
      'abolition day in Guadeloupe',
      'svr guadeloupe @2026-03-26: received 2026-02-01, notified 2026-03-26',
      '2026-05-28 running',
    ],
    [
      'still open on its last day',
      'svr @2026-08-31: received 2026-06-01, notified 2026-06-30',
      '2026-08-31 running',
    ],
    ['over the day after', 'svr @2026-09-01: received 2026-06-01, notified 2026-06-30', '2026-08-31 missed'],
    [
      'an acceptance may be contested as well',
      'sva @2026-07-01: received 2026-06-01, notified 2026-06-30',
      '2026-08-31 running',
    ],
    [
      'also where silence means nothing',
      'none @2026-09-01: received 2026-06-01, notified 2026-08-20',
      '2026-10-21 running',
    ],
    ['decided is not notified', 'svr @2026-07-20: received 2026-06-01, decided 2026-07-10', '- moot'],
    [
      'no acknowledgement, but notified before silence could refuse (L112-6)',
      'svr post @2026-07-20: received 2026-06-01, notified 2026-07-10',
      '2026-09-11 running',
    ],
    [
      'notified on the very last day',
      'svr post @2026-08-02: received 2026-06-01, notified 2026-08-01',
      '2026-10-02 running',
    ],
    [
      'decided in time, notified too late, never acknowledged',
      'svr @2026-08-20: received 2026-06-01, decided 2026-07-30, notified 2026-08-05',
      '- moot',
    ],
    [
      'decided in time, notified too late, acknowledged',
      'svr @2026-08-20: received 2026-06-01, acknowledged 2026-06-02, decided 2026-07-30, notified 2026-08-05',
      '2026-10-06 running',
    ],
    [
      'notified while documents were awaited',
      'sva @2026-09-20: received 2026-06-01, documents-requested 2026-06-10..2026-07-10, notified 2026-08-20',
      '2026-10-21 running',
    ],
    [
      'a second notification changes nothing',
      'svr @2026-08-20: received 2026-06-01, notified 2026-06-30, notified 2026-07-15',
      '2026-08-31 running',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'appeal')).toBe(expected);
  });
});

describe('an implicit refusal may be appealed for two clear months from its birth, if it was announced (R421-2, L112-6, L112-12)', () => {
  it.each([
    [
      'nothing to contest before it is born',
      'svr @2026-06-02: received 2026-04-02, acknowledged 2026-04-02',
      '- moot',
    ],
    [
      'from the day at whose end it is born',
      'svr @2026-06-03: received 2026-04-02, acknowledged 2026-04-02',
      '2026-08-03 running',
    ],
    [
      'the published example of 20 September',
      'svr @2017-09-21: received 2017-07-20, acknowledged 2017-07-21',
      '2017-11-21 running',
    ],
    [
      'born on the last of February',
      'svr @2026-03-01: received 2025-12-31, acknowledged 2026-01-02',
      '2026-04-29 running',
    ],
    ['over', 'svr @2026-08-04: received 2026-04-02, acknowledged 2026-04-02', '2026-08-03 missed'],
    [
      'acknowledged late, yet before the refusal',
      'svr @2026-06-03: received 2026-04-02, acknowledged 2026-05-29',
      '2026-08-03 running',
    ],
    [
      'acknowledged on the last day',
      'svr @2026-06-03: received 2026-04-02, acknowledged 2026-06-02',
      '2026-08-03 running',
    ],
    [
      'acknowledged after the refusal: from the day of the acknowledgement',
      'svr @2026-07-03: received 2026-04-02, acknowledged 2026-06-10',
      '2026-08-11 running',
    ],
    [
      'acknowledged after the refusal, over',
      'svr @2026-08-12: received 2026-04-02, acknowledged 2026-06-10',
      '2026-08-11 missed',
    ],
    [
      'first incomplete, completed after the refusal, by post',
      'svr post @2026-07-03: received 2026-04-02, acknowledged 2026-04-03?, acknowledged 2026-06-10',
      '2026-08-11 running',
    ],
    [
      'a refusal sent before the late acknowledgement waits for it',
      'svr @2026-07-03: received 2026-04-02, notified 2026-06-08, acknowledged 2026-06-10',
      '2026-08-11 running',
    ],
    [
      'a refusal sent in the delay of the late acknowledgement starts it again',
      'svr @2026-08-12: received 2026-04-02, acknowledged 2026-06-10, notified 2026-08-10',
      '2026-10-12 running',
    ],
    [
      'a refusal sent once that delay is over only confirms',
      'svr @2026-09-12: received 2026-04-02, acknowledged 2026-06-10, notified 2026-09-10',
      '2026-08-11 missed',
    ],
    ['never acknowledged', 'svr @2026-07-03: received 2026-04-02', '- moot'],
    [
      'acknowledged without the remedies',
      'svr @2026-07-03: received 2026-04-02, acknowledged 2026-04-03?',
      '- moot',
    ],
    ['a letter never acknowledged', 'svr post @2027-07-03: received 2026-04-02', '- moot'],
    [
      'a letter acknowledged',
      'svr post @2026-07-03: received 2026-04-02, acknowledged 2026-04-10',
      '2026-08-03 running',
    ],
    [
      'acknowledged by a body that was not competent (L114-4)',
      'svr @2026-07-03: received 2026-04-02, acknowledged 2026-04-02, transferred 2026-04-10',
      '- moot',
    ],
    [
      'after a suspension',
      'svr @2026-04-20: received 2026-01-10, acknowledged 2026-01-12, documents-requested 2026-01-20..2026-02-20',
      '2026-06-11 running',
    ],
    [
      'an acceptance leaves nothing to contest',
      'sva @2026-07-03: received 2026-04-02, acknowledged 2026-04-02',
      '- moot',
    ],
    [
      'a refusal sent within the delay starts it again',
      'svr @2026-07-20: received 2026-04-02, acknowledged 2026-04-02, notified 2026-07-15',
      '2026-09-16 running',
    ],
    [
      'on its last day too',
      'svr @2026-08-20: received 2026-04-02, acknowledged 2026-04-02, decided 2026-08-01, notified 2026-08-03',
      '2026-10-05 running',
    ],
    [
      'a refusal after it only confirms',
      'svr @2026-08-20: received 2026-04-02, acknowledged 2026-04-02, notified 2026-08-04',
      '2026-08-03 missed',
    ],
    [
      'a refusal after silence, never acknowledged',
      'svr @2026-08-20: received 2026-04-02, notified 2026-07-15',
      '- moot',
    ],
    [
      'acknowledged between the refusal of silence and the express one',
      'svr @2026-08-20: received 2026-04-02, acknowledged 2026-06-20, notified 2026-07-15',
      '2026-09-16 running',
    ],
    [
      'an acceptance taken back',
      'sva @2026-08-20: received 2026-04-02, acknowledged 2026-04-02, notified 2026-07-15',
      '2026-09-16 running',
    ],
    ['taken back, never acknowledged', 'sva @2026-08-20: received 2026-04-02, notified 2026-07-15', '- moot'],
    [
      'taken back where no acknowledgement was owed (R112-4)',
      'sva P15D post @2026-08-20: received 2026-06-02, notified 2026-07-15',
      '2026-09-16 running',
    ],
    [
      'withdrawn before',
      'svr @2026-08-20: received 2026-04-02, acknowledged 2026-04-02, withdrawn 2026-05-15',
      '- moot',
    ],
    ['nothing for a report', 'none @2026-08-20: received 2026-04-02, acknowledged 2026-04-02', '- moot'],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'appeal')).toBe(expected);
  });
});
