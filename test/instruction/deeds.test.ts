import { describe, expect, it } from 'vitest';
import type { Agent, Role } from '../../functions/agents/agent.ts';
import { replacementFor } from '../../functions/instruction/absence.ts';
import { receiveDocuments } from '../../functions/instruction/agent-api.ts';
import { mayBeFirstReceipt } from '../../functions/instruction/course.ts';
import { deeds, refuseDeed } from '../../functions/instruction/deeds.ts';
import { alike } from '../../functions/instruction/group.ts';
import { headOf } from '../../functions/instruction/head.ts';
import { provided } from '../../functions/instruction/receive-documents.ts';
import { stagesOf, stepsFor } from '../../functions/instruction/workflow.ts';
import { Procedure } from '../../functions/procedures/procedure.ts';
import { decide } from '../../functions/requests/decide.ts';
import type { Snapshot } from '../../functions/requests/items.ts';
import { walkedProcedure } from '../support/instruction-procedure.ts';
import { aRequest } from '../support/instruction-situation.ts';

const agent = (login: string, roles: Role[], departments: string[], more: Partial<Agent> = {}): Agent => ({
  ...{ login, roles, departments, email: `${login}@x.example`, givenName: 'A', familyName: 'B', title: 'C' },
  ...more,
});
const procedure = Procedure().parse(walkedProcedure('essai'));
const answer = { messageId: 'a', outcome: 'refused' as const, decidedAt: '', sentAt: null };

describe('what an agent may do', () => {
  const ours = agent('s', ['instructor'], ['voirie']);
  it.each([
    ['an instructor of another department', agent('x', ['instructor'], ['education']), []],
    ['a scanning clerk', agent('x', ['scanning'], ['voirie']), []],
    ['a signatory, who approves in the book', agent('x', ['signatory'], ['voirie']), []],
    ['who qualifies', agent('x', ['qualification'], ['voirie']), ['noteFirstReceipt']],
  ])('is nothing here for %s', (_title, who, may) => {
    expect(deeds({ request: aRequest() }, procedure, who)).toEqual(may);
  });

  it('follows where the request stands', () => {
    const may = (request: object) => deeds({ request: aRequest(request) }, procedure, ours);
    expect(may({})).toEqual(
      expect.arrayContaining(['askDocuments', 'transfer', 'suspend', 'group', 'withdraw']),
    );
    expect(may({})).not.toContain('decide');
    expect(may({ step: { id: 'decider', kind: 'decision', since: '' } })).toContain('decide');
    expect(may({ state: 'closed' })).toEqual(['reopen']);
    const circulating = {
      letterId: 'l',
      outcome: 'granted',
      state: 'circulating',
      step: 0,
      steps: 1,
      sha256: '',
      submittedBy: '',
    };
    expect(may({ letter: circulating })).not.toContain('askDocuments');
    expect(may({})).toContain('untickDocument');
    expect(may({ answer: { ...answer, isImplicit: true } })).not.toContain('untickDocument');
    expect(may({ state: 'delivered', answer: { ...answer, isImplicit: true } })).toContain('close');
  });

  it('is given to the department that is asked, for its own opinion alone', () => {
    const opinions = [{ opinionId: 'o', department: 'finances', due: null, result: null }];
    const julie = agent('j', ['instructor'], ['finances']);
    expect(deeds({ request: aRequest({ opinions }) }, procedure, julie)).toEqual(['giveOpinion']);
    const held = { request: aRequest({ opinions }) };
    expect(() => refuseDeed(held, procedure, julie, 'suspend')).toThrow('forbidden');
    expect(() => refuseDeed(held, procedure, ours, 'resume')).toThrow('not-allowed-in-state');
  });
});

describe('documents that come in', () => {
  const awaited = {
    ...{
      askId: 'k',
      documents: ['plan', 'photo'],
      provided: ['plan'],
      on: '2027-03-10',
      until: '2027-03-30',
    },
    ...{ stopsClock: true, isOverdue: false },
  };
  const when = { on: '2027-03-15', by: 'citizen' };
  it('complete the request with the last of them, on its day', () => {
    const commands = provided(aRequest({ awaited }), [{ code: 'photo', documentId: 'd' }], when);
    expect(commands.map(({ command }) => command)).toEqual(['document-provided', 'documents-completed']);
    expect(commands[1]).toMatchObject({ on: '2027-03-15' });
  });
  it('leave it open while one is missing, even sent twice', () => {
    const commands = provided(aRequest({ awaited }), [{ code: 'plan', documentId: 'd' }], when);
    expect(commands.map(({ command }) => command)).toEqual(['document-provided']);
  });
  it('are refused when nobody asked for them', () => {
    expect(() => provided(aRequest({ awaited }), [{ code: 'rib', documentId: 'd' }], when)).toThrow(
      'invalid-input',
    );
    expect(() => provided(aRequest(), [], when)).toThrow('not-allowed-in-state');
  });
});

describe('the workflow as it is shown', () => {
  const walk = (change: object) => {
    const request = aRequest(change);
    const steps = stepsFor(procedure.workflow, { surface: 40 }, request, '2027-03-11');
    return stagesOf(steps, request).map(({ step, state }) => `${step.id} ${state}`);
  };
  const decided = [{ id: 'decider', kind: 'decision', outcome: 'refused' }];
  const letter = { letterId: 'l', outcome: 'refused', step: 0, steps: 1, sha256: '', submittedBy: '' };
  it('brings the visa of a refusal with the refusal', () => {
    expect(walk({})).not.toContain('viser to-come');
    expect(walk({ stepsDone: decided })).toContain('viser to-come');
    expect(walk({ stepsDone: decided, letter: { ...letter, state: 'circulating' } })).toEqual(
      expect.arrayContaining(['ecrire done', 'viser current']),
    );
    expect(walk({ stepsDone: decided, letter: { ...letter, state: 'returned' } })).toContain('viser to-come');
    expect(walk({ stepsDone: decided, letter: { ...letter, state: 'sealed' } })).toContain('viser done');
  });
});

describe('somebody who is not there', () => {
  const away = { absence: { from: '2027-03-01', to: '2027-03-31', substitute: 'b' } };
  it('is replaced by the substitute who is, else by everybody of the department', () => {
    const a = agent('a', ['instructor'], ['voirie'], away);
    const b = agent('b', ['instructor'], ['voirie']);
    const gone = agent('c', ['instructor'], ['voirie'], { leftOn: '2027-03-01' });
    expect(replacementFor('a', [a, b], '2027-03-11')).toBe('b');
    expect(replacementFor('a', [a, b], '2027-04-01')).toBe('a');
    expect(replacementFor('a', [a, { ...b, leftOn: '2027-03-02' }], '2027-03-11')).toBeNull();
    expect(
      replacementFor('a', [a, { ...b, absence: { ...away.absence, substitute: 'a' } }], '2027-03-11'),
    ).toBeNull();
    expect(replacementFor('c', [gone, b], '2027-03-11')).toBeNull();
  });
  it('does not stop a call: the closest head, else who stands in', () => {
    const wide = agent('agnes', ['head'], ['voirie', 'urbanisme']);
    const close = agent('marc', ['head'], ['voirie']);
    expect(headOf('voirie', [wide, close], '2027-03-11')).toBe('marc');
    expect(headOf('voirie', [wide, { ...close, leftOn: '2027-01-01' }], '2027-03-11')).toBe('agnes');
    expect(headOf(null, [wide], '2027-03-11')).toBeNull();
  });
});

describe('similar requests', () => {
  const held = (subject: string) =>
    ({ request: aRequest({ reference: '1' }), card: { subject, sender: 'X' } }) as Snapshot;
  it.each([
    ['Un lampadaire est ETEINT rue du Port', ['lampadaire', 'eteint']],
    ['lilas coupés', ['lilas']],
    ['Demande concernant la mairie', []],
  ])('say which words of their subjects they share: %s', (subject, words) => {
    expect(alike(held('Lampadaire éteint rue des Lilas'), held(subject)).words).toEqual(words);
  });
});

describe('a refusal by silence', () => {
  const implicit = aRequest({ state: 'decided', answer: { ...answer, isImplicit: true } });
  it('may be closed by an agent, and answered expressly', () => {
    expect(decide(implicit, { command: 'request-closed', by: 'agent:s' })).toHaveLength(1);
    const express = {
      command: 'answer-decided',
      messageId: 'b',
      outcome: 'granted',
      contentHash: '',
      by: 'agent:s',
    } as const;
    expect(decide(implicit, express)).toHaveLength(1);
    const answered = aRequest({ state: 'decided', answer: { ...answer, isImplicit: false } });
    expect(() => decide(answered, { command: 'request-closed', by: 'agent:s' })).toThrow(
      'not-allowed-in-state',
    );
  });
});

it.each([
  ['2026-10-30', true],
  ['2026-11-22', true],
  ['2026-11-23', false],
  ['2025-11-22', true],
  ['1900-01-01', false],
])('takes %s as a first receipt elsewhere of what came on 22 November 2026: %s', (on, may) => {
  expect(mayBeFirstReceipt(on, '2026-11-22')).toBe(may);
});

it.each([
  ['0bd81a63-222a-89e1-a546-b8e9671537d9', true],
  ['9f86d081884c7d659a2feaa0c55ad015', true],
  ['Odile Marchand', false],
  ['odile-marchand', false],
])('lets the journal keep %s as the id of a piece: %s', (documentId, may) => {
  const body = { version: 1, documents: [{ code: 'plan', documentId }] };
  expect(receiveDocuments.body.safeParse(body).success).toBe(may);
});
