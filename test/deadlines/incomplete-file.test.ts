import { describe, expect, it } from 'vitest';
import { told } from '../support/legal-case.ts';

describe('acceptance waits for a whole file at the competent body (L114-3, L114-5)', () => {
  it.each([
    [
      'from receipt by the competent body',
      'sva @2026-05-01: received 2026-04-02, transferred 2026-04-20',
      '2026-06-20 running',
    ],
    [
      'even when the first would have accepted by then',
      'sva @2026-07-15: received 2026-04-02, transferred 2026-07-01',
      '2026-09-01 running',
    ],
    [
      'documents are awaited: nobody can tell the day',
      'sva @2026-05-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10',
      '- suspended',
    ],
    [
      'nor once the delay granted is over',
      'sva @2026-08-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10',
      '- suspended',
    ],
    [
      'they came: from that day',
      'sva @2026-05-10: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-05-04',
      '2026-07-04 running',
    ],
    [
      'they came late: from that day',
      'sva @2026-06-10: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-06-01',
      '2026-08-01 running',
    ],
    [
      'only some came',
      'sva @2026-05-10: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-05-04?',
      '- suspended',
    ],
    [
      'asked twice, sent twice',
      'sva @2026-07-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-04-20, documents-requested 2026-05-05..2026-06-05, documents-received 2026-05-15',
      '2026-07-15 running',
    ],
    [
      'asked again, not sent again',
      'sva @2026-07-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-04-20, documents-requested 2026-05-05..2026-06-05',
      '- suspended',
    ],
    [
      'requests that overlap are answered together',
      'sva @2026-07-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-requested 2026-04-20..2026-05-20, documents-received 2026-05-04',
      '2026-07-04 running',
    ],
    [
      'asked on the last day',
      'sva @2026-06-03: received 2026-04-02, documents-requested 2026-06-02..2026-07-02',
      '- suspended',
    ],
    [
      'asked once silence had accepted: too late',
      'sva @2026-06-10: received 2026-04-02, documents-requested 2026-06-03..2026-07-02',
      '2026-06-02 missed',
    ],
    [
      'sent without being asked',
      'sva @2026-05-10: received 2026-04-02, documents-received 2026-05-04',
      '2026-06-02 running',
    ],
    [
      'asked and sent the same day',
      'sva @2026-05-10: received 2026-04-02, documents-received 2026-04-10, documents-requested 2026-04-10..2026-05-10',
      '2026-06-10 running',
    ],
    [
      'what came and something else asked the same day',
      'sva @2026-05-10: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-requested 2026-04-20..2026-05-20, documents-received 2026-04-20',
      '- suspended',
    ],
    [
      'asked by the first body, sent before the transfer',
      'sva @2026-05-10: received 2026-04-02, documents-requested 2026-04-05..2026-05-05, documents-received 2026-04-10, transferred 2026-04-20',
      '2026-06-20 running',
    ],
    [
      'asked by the first body, sent after the transfer',
      'sva @2026-05-10: received 2026-04-02, documents-requested 2026-04-05..2026-05-05, transferred 2026-04-20, documents-received 2026-04-28',
      '2026-06-28 running',
    ],
    [
      'a delay of fifteen days starts again too',
      'sva P15D @2026-05-01: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-04-30',
      '2026-05-15 running',
    ],
    [
      'accepted at last',
      'sva @2026-07-05: received 2026-04-02, documents-requested 2026-04-10..2026-05-10, documents-received 2026-05-04',
      '2026-07-04 missed',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'silence')).toBe(expected);
  });
});

describe('refusal counts from the first receipt and is suspended for the delay granted (L114-3, L114-5)', () => {
  it.each([
    [
      'from the first receipt even after a transfer',
      'svr @2026-05-01: received 2026-04-02, transferred 2026-04-20',
      '2026-06-02 running',
    ],
    [
      'the whole delay granted, nothing sent',
      'svr @2026-04-01: received 2026-01-10, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 running',
    ],
    [
      'as things stand while it is suspended',
      'svr @2026-02-01: received 2026-01-10, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 suspended',
    ],
    [
      'suspended to the last day granted',
      'svr @2026-02-20: received 2026-01-10, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 suspended',
    ],
    [
      'running the day after',
      'svr @2026-02-21: received 2026-01-10, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 running',
    ],
    [
      'sent early: the suspension ends that day',
      'svr @2026-02-21: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-received 2026-01-30',
      '2026-03-20 running',
    ],
    [
      'sent the same day: nothing is suspended',
      'svr @2026-02-21: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-received 2026-01-20',
      '2026-03-10 running',
    ],
    [
      'sent late: no more than the delay granted',
      'svr @2026-03-15: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-received 2026-03-10',
      '2026-04-10 running',
    ],
    [
      'only some came: the rest is still awaited',
      'svr @2026-02-10: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-received 2026-01-30?',
      '2026-04-10 suspended',
    ],
    [
      'born after the suspension',
      'svr @2026-04-11: received 2026-01-10, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 missed',
    ],
    [
      'two suspensions one after the other',
      'svr @2026-03-20: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-received 2026-01-30, documents-requested 2026-02-10..2026-02-25',
      '2026-04-04 running',
    ],
    [
      'two that overlap count once',
      'svr @2026-03-20: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-requested 2026-02-10..2026-03-02',
      '2026-04-20 running',
    ],
    [
      'one inside the other adds nothing',
      'svr @2026-03-20: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-requested 2026-01-25..2026-02-10',
      '2026-04-10 running',
    ],
    [
      'the second still runs when the first is over',
      'svr @2026-02-25: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-requested 2026-02-10..2026-03-02',
      '2026-04-20 suspended',
    ],
    [
      'asked on the last day',
      'svr @2026-03-11: received 2026-01-10, documents-requested 2026-03-10..2026-03-20',
      '2026-03-20 suspended',
    ],
    [
      'asked once silence had refused: too late',
      'svr @2026-03-15: received 2026-01-10, documents-requested 2026-03-11..2026-04-11',
      '2026-03-10 missed',
    ],
    [
      'a first suspension lets a second come later',
      'svr @2026-04-01: received 2026-01-10, documents-requested 2026-01-20..2026-02-20, documents-requested 2026-03-30..2026-04-09',
      '2026-04-20 suspended',
    ],
    [
      'sent without being asked',
      'svr @2026-02-21: received 2026-01-10, documents-received 2026-01-30',
      '2026-03-10 running',
    ],
    [
      'across 29 February',
      'svr @2028-02-01: received 2027-12-31, documents-requested 2028-01-31..2028-03-01',
      '2028-03-30 suspended',
    ],
    [
      'asked without a delay: nothing is suspended',
      'svr @2026-02-01: received 2026-01-10, documents-requested 2026-01-20',
      '2026-03-10 running',
    ],
    [
      'in calendar days',
      'svr P15D @2026-06-20: received 2026-06-15, documents-requested 2026-06-18..2026-06-28',
      '2026-07-10 suspended',
    ],
    [
      'after a transfer, from the first receipt all the same',
      'svr @2026-04-01: received 2026-01-10, transferred 2026-01-15, documents-requested 2026-01-20..2026-02-20',
      '2026-04-10 running',
    ],
  ])('%s', (_why, line, expected) => {
    expect(told(line, 'silence')).toBe(expected);
  });
});
