import { describe, expect, it } from 'vitest';
import { nextStep } from '../../functions/instruction/plan.ts';
import type { WorkStep } from '../../functions/procedures/workflow.ts';
import { aMessage, aSituation } from '../support/instruction-situation.ts';

const answer = (change: object = {}) => ({
  ...{ messageId: 'a', outcome: 'granted' as const, decidedAt: '', sentAt: null, isImplicit: false },
  ...change,
});
const awaited = (change: object = {}) => ({
  ...{ askId: 'k', documents: ['x', 'y'], provided: [], on: '2027-03-10', until: '2027-03-30' },
  ...{ stopsClock: true, isOverdue: false },
  ...change,
});
const asked = {
  type: 'documents-requested',
  ...{ askId: 'k', documents: ['x', 'y'], on: '2027-03-10', until: '2027-03-30' },
  ...{ stopsClock: true, messageId: 'm', by: 'agent:a' },
} as const;
const reminded = (number: number) =>
  ({ type: 'reminder-queued', about: 'documents', number, messageId: null }) as const;
const waiting = { request: { awaited: awaited() }, deadlines: [] };

describe('silence', () => {
  const born = { type: 'implicit-decision-born', effect: 'refused', on: '2027-05-10' } as const;
  it.each([
    ['decides nothing on its last day', {}, '2027-05-10T21:59:00.000Z', '2027-05-10', undefined],
    ['refuses once the day is over', {}, '2027-05-10T22:00:00.000Z', '2027-05-11', 'refused'],
    [
      'accepts where it accepts',
      { silence: 'sva' as const },
      '2027-05-10T22:00:00.000Z',
      '2027-05-11',
      'granted',
    ],
    [
      'decides nothing where it decides nothing',
      { silence: 'none' as const },
      '2027-05-10T22:00:00.000Z',
      '2027-05-11',
      undefined,
    ],
    [
      'decides nothing while it is suspended',
      { deadlines: [{ kind: 'silence', due: '2027-05-10', state: 'suspended' }] },
      '2027-05-10T22:00:00.000Z',
      '2027-05-11',
      undefined,
    ],
    [
      'decides once, even when the request is reopened',
      { events: [{ ...born, messageId: 'm', contentHash: '' }] },
      '2027-06-10T22:00:00.000Z',
      '2027-06-11',
      undefined,
    ],
  ])('%s', (_title, change, now, today, effect) => {
    const next = nextStep(aSituation({ ...change, now, today }));
    const act = next.do === 'act' && next.act.kind === 'silence' ? next.act.effect : undefined;
    expect(act).toBe(effect);
  });

  it('wakes the machine at 24:00, not before', () => {
    const next = nextStep(
      aSituation({ now: '2027-05-08T10:00:00.000Z', today: '2027-05-08', events: [called] }),
    );
    expect(next).toEqual({ do: 'wait', until: '2027-05-10T22:00:00.000Z' });
  });
  const called = { type: 'request-escalated', to: 'h', deadline: 'silence', due: '2027-05-10' } as const;
});

describe('documents that are awaited', () => {
  const at = (now: string, more: object = {}) =>
    nextStep(aSituation({ ...waiting, events: [asked], ...more, now, today: now.slice(0, 10) }));
  const remind = (number: number, daysLeft: number) => ({
    do: 'act',
    act: { kind: 'remind', askId: 'k', number, daysLeft },
  });

  it('are reminded seven days before the end and on the last day, at nine', () => {
    expect(at('2027-03-12T09:00:00.000Z')).toEqual({ do: 'wait', until: '2027-03-23T08:00:00.000Z' });
    expect(at('2027-03-23T08:00:00.000Z')).toEqual(remind(1, 7));
    expect(at('2027-03-23T08:00:01.000Z', { events: [asked, reminded(1)] })).toEqual({
      do: 'wait',
      until: '2027-03-30T07:00:00.000Z',
    });
    expect(at('2027-03-30T07:00:00.000Z', { events: [asked, reminded(1)] })).toEqual(remind(2, 0));
  });

  it('are reminded once when nothing ran for days, with the words of the day', () => {
    expect(at('2027-03-30T09:00:00.000Z')).toEqual(remind(2, 0));
    expect(at('2027-03-30T10:00:00.000Z', { events: [asked, reminded(2)] })).toEqual({
      do: 'wait',
      until: '2027-03-30T22:00:00.000Z',
    });
  });

  it('are overdue at 24:00 of the last day, without a reminder after it', () => {
    expect(at('2027-03-31T09:00:00.000Z')).toEqual({
      do: 'act',
      act: { kind: 'overdue', askId: 'k', until: '2027-03-30' },
    });
  });

  it('count their reminders anew when they are asked for again', () => {
    const again = { ...asked, askId: 'old' };
    expect(at('2027-03-23T09:00:00.000Z', { events: [again, reminded(1), reminded(2), asked] })).toEqual(
      remind(1, 7),
    );
  });
});

const steps: WorkStep[] = [
  { kind: 'check', id: 'verifier', title: 'Verifier', points: [{ code: 'a', label: 'aa' }] },
  { kind: 'opinion', id: 'avis', title: 'Avis', from: ['voirie', 'finances'], question: 'Avis ?', days: 5 },
  { kind: 'decision', id: 'decider', title: 'Decider', outcomes: ['granted', 'refused'] },
  { kind: 'letter', id: 'ecrire', title: 'Ecrire' },
  {
    kind: 'visa',
    id: 'viser',
    title: 'Viser',
    by: { role: 'head' },
    when: { field: 'outcome', is: 'refused' },
  },
  { kind: 'signature', id: 'signer', title: 'Signer', by: { role: 'signatory' }, mode: 'seal' },
];
describe('the steps of a procedure', () => {
  const done = (...ids: string[]) =>
    ids.map((id) => ({ id, kind: steps.find((one) => one.id === id)?.kind ?? '', outcome: null }));
  const act = (request: object, more: object = {}) => {
    const next = nextStep(aSituation({ workflow: steps, request, ...more }));
    return next.do === 'act' ? next.act : next.do;
  };
  it('begin in order, each after the one before', () => {
    expect(act({})).toEqual({ kind: 'start-step', step: 'verifier' });
    expect(act({ stepsDone: done('verifier') })).toEqual({ kind: 'start-step', step: 'avis' });
    expect(act({ stepsDone: done('verifier', 'avis') })).toEqual({ kind: 'start-step', step: 'decider' });
    expect(act({ stepsDone: done('verifier', 'avis', 'decider') })).toEqual({
      kind: 'start-step',
      step: 'ecrire',
    });
  });
  it('leave the approvals of the letter to the signature book', () => {
    expect(act({ stepsDone: done('verifier', 'avis', 'decider', 'ecrire') })).toBe('wait');
  });
  it('wait for a person in a check and a decision', () => {
    expect(act({ step: { id: 'verifier', kind: 'check', since: '2027-03-10T09:00:00.000Z' } })).toBe('wait');
  });
  const opinion = (department: string, result: string | null, due = '2027-03-17') => ({
    ...{ opinionId: `avis.${department}`, department, due, result },
  });
  const underWay = {
    step: { id: 'avis', kind: 'opinion', since: '2027-03-10T09:00:00.000Z' },
    stepsDone: done('verifier'),
  };
  it('wait for all opinions at once, or for their date', () => {
    const one = [opinion('voirie', 'favourable'), opinion('finances', null)];
    expect(act({ ...underWay, opinions: one })).toBe('wait');
    const end = { kind: 'complete-step', step: 'avis' };
    expect(
      act({ ...underWay, opinions: [opinion('voirie', 'reserved'), opinion('finances', 'favourable')] }),
    ).toEqual(end);
    expect(
      act({ ...underWay, opinions: one }, { now: '2027-03-18T09:00:00.000Z', today: '2027-03-18' }),
    ).toEqual(end);
  });
  it('wait for a fee that is owed, and go on by themselves once it is paid, or was never owed', () => {
    const workflow: WorkStep[] = [{ kind: 'payment', id: 'payer', title: 'Payer', fee: 'carte' }, ...steps];
    const step = { id: 'payer', kind: 'payment', since: '2027-03-10T09:00:00.000Z' };
    const paid = { type: 'payment-received', paymentId: 'p', cents: 500, means: 'card' } as const;
    expect(act({}, { workflow, given: { lost: true } })).toEqual({ kind: 'start-step', step: 'payer' });
    const [given, end] = [{ lost: true }, { kind: 'complete-step', step: 'payer' }];
    expect(act({ step }, { workflow, given })).toBe('wait');
    expect(act({ step }, { workflow, given, events: [paid] })).toEqual(end);
    expect(act({ step }, { workflow, given: { lost: false } })).toEqual(end);
  });
  it('do not begin while the work is set aside, and go on after its day', () => {
    const suspended = { reason: 'other', since: '2027-03-10T09:00:00.000Z', until: '2027-03-12' };
    expect(act({ suspended })).toBe('wait');
    expect(act({ suspended }, { now: '2027-03-13T09:00:00.000Z', today: '2027-03-13' })).toEqual({
      kind: 'resume',
    });
  });
});

describe('what leaves, and what ends', () => {
  it.each([
    [
      'a full acknowledgement as soon as a department is known',
      { request: { acknowledgement: null } },
      { do: 'act', act: { kind: 'acknowledge' } },
    ],
    [
      'an answer that waits to leave',
      { request: { state: 'decided', answer: answer() }, messages: [aMessage('a', 'queued')] },
      { do: 'deliver', messageId: 'a' },
    ],
    [
      'not an answer that failed: a person has it',
      { request: { state: 'decided', answer: answer() }, messages: [aMessage('a', 'queued')], failed: ['a'] },
      { do: 'stuck' },
    ],
    [
      'the close of what was delivered',
      { request: { state: 'delivered', answer: answer() }, messages: [aMessage('a', 'sent')] },
      { do: 'act', act: { kind: 'close', messageId: 'a' } },
    ],
    [
      'the answer to the group before its own close',
      {
        request: { state: 'delivered', answer: answer() },
        messages: [aMessage('a', 'sent')],
        members: ['m'],
      },
      { do: 'act', act: { kind: 'answer-group', messageId: 'a' } },
    ],
    [
      'the group of a lead that ended without answer',
      { request: { state: 'withdrawn' }, members: ['m'] },
      { do: 'act', act: { kind: 'release-group' } },
    ],
    [
      'no opinion that a request no longer needs',
      {
        request: {
          state: 'withdrawn',
          opinions: [{ opinionId: 'o', department: 'finances', due: null, result: null }],
        },
      },
      { do: 'act', act: { kind: 'drop-opinions' } },
    ],
    [
      'the rest, while an acknowledgement cannot be made',
      { request: { acknowledgement: null, state: 'new' }, failed: ['acknowledgement'] },
      { do: 'act', act: { kind: 'assign', department: 'voirie' } },
    ],
    ['nothing of what was withdrawn', { request: { state: 'withdrawn' } }, { do: 'end' }],
    [
      'the request of an agent who is not there',
      { isAgentAbsent: true, request: { agent: 'a' } },
      { do: 'act', act: { kind: 'reassign' } },
    ],
  ] as const)('%s', (_title, change, next) => {
    expect(nextStep(aSituation(change as never))).toEqual(next);
  });

  it('a refusal by silence stays with its department until somebody answers', () => {
    const implicit = answer({ outcome: 'refused', isImplicit: true });
    const next = nextStep(
      aSituation({ request: { state: 'delivered', answer: implicit }, messages: [aMessage('a', 'sent')] }),
    );
    expect(next.do).toBe('wait');
  });

  it('another execution before a year, or after many rounds', () => {
    const quiet = { deadlines: [], request: { procedure: null } };
    expect(nextStep(aSituation({ ...quiet, startedAt: '2026-05-01T00:00:00.000Z' }))).toEqual({
      do: 'renew',
    });
    expect(nextStep(aSituation({ ...quiet, round: 1_000 }))).toEqual({ do: 'renew' });
    expect(nextStep(aSituation(quiet))).toEqual({ do: 'wait', until: '2028-01-04T08:00:00.000Z' });
  });

  it('a call to the head of department before the date, once', () => {
    const late = { now: '2027-04-30T07:00:00.000Z', today: '2027-04-30' };
    const escalated = {
      type: 'request-escalated',
      to: null,
      deadline: 'silence',
      due: '2027-05-10',
    } as const;
    expect(nextStep(aSituation(late))).toEqual({
      do: 'act',
      act: { kind: 'escalate', deadline: 'silence', due: '2027-05-10' },
    });
    expect(nextStep(aSituation({ ...late, events: [escalated] })).do).toBe('wait');
  });
});

describe('whatever the hour of the year, the plan', () => {
  it('never sleeps past the next date, and never wakes before now', () => {
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let turn = 0; turn < 500; turn += 1) {
      const at = new Date(Date.UTC(2027, 2, 10, 9) + random(120 * 1_440) * 60_000).toISOString();
      const today = at.slice(0, 10);
      const sent = Array.from({ length: random(3) }, (_, index) => reminded(index + 1));
      const next = nextStep(
        aSituation({ ...waiting, events: [asked, ...sent], now: at, today, dayOf: () => today }),
      );
      if (next.do !== 'wait') continue;
      expect(next.until > at).toBe(true);
      expect(next.until <= '2028-01-04T08:00:00.000Z').toBe(true);
      if (at < '2027-03-30T22:00:00.000Z') expect(next.until <= '2027-03-30T22:00:00.000Z').toBe(true);
    }
  });
});
