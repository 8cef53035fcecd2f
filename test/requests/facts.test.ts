import { describe, expect, it } from 'vitest';
import type { Rules } from '../../functions/deadlines/rules.ts';
import { apply } from '../../functions/requests/apply.ts';
import type { JournalBody, JournalEvent } from '../../functions/requests/event.ts';
import { caseOf, deadlinesOf } from '../../functions/requests/facts.ts';
import type { Request } from '../../functions/requests/request.ts';

const rules: Rules = { commitmentDays: 30, silence: { mode: 'svr', period: 'P2M' }, calendar: 'metropole' };
/** The days of Paris, as the product asks for them. */
const dayOf = (instant: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date(instant));

type Line = [at: string, body: JournalBody];
const opened = (channel: 'mail' | 'scan' = 'mail'): Line => [
  '2026-04-02T08:00:00.000Z',
  {
    type: 'request-opened',
    channel,
    contactId: 'c-1',
    openedBy: 'auto',
    procedure: null,
    procedureRevision: null,
    department: 'voirie',
    confidence: null,
    urgency: 'normal',
    receivedOn: '2026-04-02',
    contentHash: 'x',
  },
];
const whole = (...lines: Line[]) => {
  const events = lines.map(([at, body], index) => ({ ...body, at, seq: index + 1, previous: '', hash: '' }));
  const request = events.reduce<Request | null>(
    (before, event) => apply(before, event, 'VC-2026-000001-P'),
    null,
  );
  if (!request) throw new Error('no request');
  return { request, events: events as JournalEvent[] };
};
const told = (lines: Line[], today = '2026-05-20', more: Partial<Rules> = {}) =>
  caseOf(whole(...lines), { ...rules, ...more }, { day: today, dayOf }).events.map(
    ({ type, on, until, complete }) =>
      `${type} ${on}${until ? `..${until}` : ''}${complete === false ? '?' : ''}`,
  );
const queued = (kind: 'ar' | 'aee' | 'are', messageId: string): Line => [
  '2026-04-02T08:01:00.000Z',
  { type: 'acknowledgement-queued', kind, messageId },
];
const sent = (at: string, messageId: string, channel: 'email' | 'letter' = 'email'): Line => [
  at,
  { type: 'message-sent', messageId, channel, providerId: null },
];
const asked = (askId: string, on: string, until: string, stopsClock = true): Line => [
  `${on}T09:00:00.000Z`,
  {
    type: 'documents-requested',
    askId,
    documents: ['rib'],
    on,
    until,
    stopsClock,
    messageId: `m-${askId}`,
    by: 'agent:paul',
  },
];
const completed = (askId: string, on: string): Line => [
  `${on}T09:00:00.000Z`,
  { type: 'documents-completed', askId, on, by: 'citizen' },
];
const decided = (at: string): Line => [
  at,
  { type: 'answer-decided', messageId: 'm-answer', outcome: 'refused', contentHash: 'x', by: 'agent:paul' },
];

describe('the journal as the law reads it', () => {
  it('counts an acknowledgement when it left, in the day of the authority', () => {
    const late = sent('2026-04-02T22:30:00.000Z', 'm-1');
    expect(told([opened(), queued('are', 'm-1')])).toEqual(['received 2026-04-02']);
    expect(told([opened(), queued('are', 'm-1'), late])).toEqual([
      'received 2026-04-02',
      'acknowledged 2026-04-03',
    ]);
  });

  it.each([
    ['Indian/Reunion', '2026-04-03'],
    ['America/Martinique', '2026-04-02'],
  ])('counts in the days of an authority overseas: %s', (timeZone, day) => {
    const there = (instant: string) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
    const told = whole(opened(), queued('are', 'm-1'), sent('2026-04-02T21:00:00.000Z', 'm-1'));
    const { events } = caseOf(told, rules, { day: '2026-05-20', dayOf: there });
    expect(events.find(({ type }) => type === 'acknowledged')?.on).toBe(day);
  });

  it('tells a first receipt from the full acknowledgement', () => {
    const lines = [queued('aee', 'm-1'), sent('2026-04-02T09:00:00.000Z', 'm-1')];
    expect(told([opened(), ...lines])).toEqual(['received 2026-04-02', 'acknowledged 2026-04-02?']);
  });

  it('counts a letter once it is posted, not when it waits for the printer', () => {
    const waits = [opened('scan'), queued('ar', 'm-1'), sent('2026-04-02T09:00:00.000Z', 'm-1', 'letter')];
    const posted: Line = [
      '2026-04-07T09:00:00.000Z',
      { type: 'letter-printed', messageId: 'm-1', by: 'agent:paul' },
    ];
    expect(told(waits)).toEqual(['received 2026-04-02']);
    expect(told([...waits, posted])).toEqual(['received 2026-04-02', 'acknowledged 2026-04-07']);
  });

  it('forgets documents that turned out to be others, and counts those that came instead', () => {
    const unticked: Line = [
      '2026-04-20T09:00:00.000Z',
      {
        ...{ type: 'document-unticked', askId: 'k', document: 'rib', documents: ['rib'], provided: [] },
        ...{ on: '2026-04-10', until: '2026-05-04', stopsClock: true, by: 'agent:paul' },
      },
    ];
    const before = [opened(), asked('k', '2026-04-10', '2026-04-30'), completed('k', '2026-04-18')];
    expect(told(before)).toContain('documents-received 2026-04-18');
    expect(told([...before, unticked])).toEqual([
      'received 2026-04-02',
      'documents-requested 2026-04-10..2026-04-30',
      'documents-requested 2026-04-20..2026-05-04',
    ]);
    expect(whole(...before, unticked).request).toMatchObject({
      state: 'waiting-citizen',
      awaited: { askId: 'k', provided: [], until: '2026-05-04', isOverdue: false },
    });
    expect(told([...before, unticked, completed('k', '2026-04-28')])).toContain(
      'documents-received 2026-04-28',
    );
    expect(told([...before, unticked, completed('k', '2026-04-20')])).toEqual([
      'received 2026-04-02',
      'documents-requested 2026-04-10..2026-04-30',
      'documents-received 2026-04-20',
    ]);
  });

  it('forgets what came back, and counts what was sent again', () => {
    const lines = [
      opened(),
      queued('are', 'm-1'),
      sent('2026-04-02T09:00:00.000Z', 'm-1'),
      [
        '2026-04-03T09:00:00.000Z',
        { type: 'message-delivery-failed', messageId: 'm-1', reason: 'bounced' },
      ] as Line,
    ];
    expect(told(lines)).toEqual(['received 2026-04-02']);
    expect(told([...lines, sent('2026-04-09T09:00:00.000Z', 'm-1')])).toEqual([
      'received 2026-04-02',
      'acknowledged 2026-04-09',
    ]);
  });

  it('stops the clock only for what a text demands (L114-5)', () => {
    const lines = [
      opened(),
      asked('a', '2026-04-10', '2026-05-10'),
      completed('a', '2026-04-20'),
      asked('b', '2026-04-22', '2026-05-22', false),
      completed('b', '2026-04-25'),
    ];
    expect(told(lines)).toEqual([
      'received 2026-04-02',
      'documents-requested 2026-04-10..2026-05-10',
      'documents-received 2026-04-20',
    ]);
  });

  it('counts from the administration that received it first (L114-3)', () => {
    const first: Line = [
      '2026-04-02T09:00:00.000Z',
      { type: 'first-receipt-noted', on: '2026-03-20', by: 'agent:paul' },
    ];
    expect(told([opened('scan'), first])).toEqual(['received 2026-03-20', 'transferred 2026-04-02']);
  });

  it('knows a decision from its notification, also in the portal (R112-20)', () => {
    const mailed = [
      opened(),
      decided('2026-05-05T09:00:00.000Z'),
      sent('2026-05-06T09:00:00.000Z', 'm-answer'),
    ];
    expect(told(mailed)).toEqual(['received 2026-04-02', 'decided 2026-05-05', 'notified 2026-05-06']);
    const left: Line = [
      '2026-05-05T09:00:00.000Z',
      { type: 'message-made-available', messageId: 'm-answer', on: '2026-05-05' },
    ];
    const read: Line = [
      '2026-05-11T09:00:00.000Z',
      { type: 'message-consulted', messageId: 'm-answer', on: '2026-05-11' },
    ];
    expect(told([opened(), decided('2026-05-05T09:00:00.000Z'), left, read]).slice(2)).toEqual([
      'made-available 2026-05-05',
      'consulted 2026-05-11',
    ]);
  });

  it('forgets the portal once its consent was withdrawn, and a letter only when it was not presented', () => {
    const on = '2026-05-05';
    const there: Line = [
      `${on}T08:00:00.000Z`,
      { type: 'message-made-available', messageId: 'm-answer', on },
    ];
    const posted: Line = [
      '2026-05-07T08:00:00.000Z',
      { type: 'letter-printed', messageId: 'm-answer', by: 'agent:paul' },
    ];
    const back = (reason: string): Line => [
      '2026-05-18T08:00:00.000Z',
      { type: 'letter-came-back', messageId: 'm-answer', reason, by: 'agent:paul' },
    ];
    const letter = [sent('2026-05-06T08:00:00.000Z', 'm-answer', 'letter'), posted];
    const lines = [opened(), decided('2026-05-04T08:00:00.000Z'), there, ...letter];
    expect(told(lines)).not.toContain('made-available 2026-05-05');
    expect(told(lines)).toContain('notified 2026-05-07');
    expect(told([...lines, back('unclaimed')])).toContain('notified 2026-05-07');
    expect(told([...lines, back('unknown-address')])).not.toContain('notified 2026-05-07');
  });

  it('takes what silence decided for no decision', () => {
    const born: Line = [
      '2026-06-03T00:00:01.000Z',
      {
        type: 'implicit-decision-born',
        effect: 'refused',
        on: '2026-06-02',
        messageId: 'm-s',
        contentHash: 'x',
      },
    ];
    const found = deadlinesOf(whole(opened(), born, sent('2026-06-03T00:01:00.000Z', 'm-s')), rules, {
      day: '2026-06-10',
      dayOf,
    });
    expect(found.find(({ kind }) => kind === 'silence')).toMatchObject({
      due: '2026-06-02',
      state: 'missed',
    });
  });

  it('ends with a withdrawal or a transfer, unless a reopening undid it', () => {
    const withdrawn: Line = ['2026-04-20T09:00:00.000Z', { type: 'request-withdrawn', by: 'citizen' }];
    const reopened: Line = [
      '2026-04-21T09:00:00.000Z',
      { type: 'request-reopened', reason: 'mistake', by: 'agent:paul' },
    ];
    expect(told([opened(), withdrawn])).toEqual(['received 2026-04-02', 'withdrawn 2026-04-20']);
    expect(told([opened(), withdrawn, reopened])).toEqual(['received 2026-04-02']);
    const forwarded: Line = [
      '2026-04-20T09:00:00.000Z',
      {
        type: 'request-transferred',
        to: 'departement',
        on: '2026-04-20',
        messageId: 'm-t',
        by: 'agent:paul',
      },
    ];
    expect(told([opened(), forwarded])).toEqual(['received 2026-04-02', 'forwarded 2026-04-20']);
  });

  it('names the text of the procedure when one sets the rule', () => {
    const silence = { mode: 'sva', period: 'P1M', article: 'Code de la route R411-5' } as const;
    const found = deadlinesOf(whole(opened()), { ...rules, silence }, { day: '2026-04-02', dayOf });
    expect(found.find(({ kind }) => kind === 'silence')).toMatchObject({
      due: '2026-05-02',
      article: 'Code de la route R411-5',
    });
  });
});
