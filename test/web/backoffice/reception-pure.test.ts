import { describe, expect, it } from 'vitest';
import { bodyOf, type DeskDraft, emptyDraft, problemsOf } from '../../../web/backoffice/reception/draft.ts';
import { beginningOf } from '../../../web/backoffice/reception/typed-person.ts';

const person = { personId: 'p-1', name: 'Odile Marchand', phone: null, email: null };
const missing = (part: Partial<DeskDraft>) =>
  problemsOf({ ...emptyDraft(), ...part }).map(({ field }) => field);

describe('an agent who saves is told what is missing, in the order of the screen', () => {
  it.each([
    ['nothing typed', {}, ['topic', 'outcome']],
    ['informed', { topic: 'department:voirie', outcome: 'informed' }, []],
    ['a request for nobody', { topic: 'department:voirie', outcome: 'request' }, ['who', 'subject', 'text']],
    [
      'a form not answered',
      { topic: 'procedure:signalement', outcome: 'request', way: 'form', person },
      ['ask-form'],
    ],
    ['nobody to call back', { topic: 'department:voirie', outcome: 'call-back', person }, ['number']],
    ['a number cut short', { topic: 'department:voirie', outcome: 'call-back', number: '06 39' }, ['number']],
    ['a number from abroad', { topic: 'department:x', outcome: 'call-back', number: '+32 2 555 12 12' }, []],
  ] as const)('%s', (_name, part, fields) => expect(missing(part as Partial<DeskDraft>)).toEqual(fields));
});

describe('what is sent', () => {
  it('holds the length of the contact, the service of the subject and the request in a few words', () => {
    const draft: DeskDraft = {
      ...emptyDraft('phone'),
      ...{ startedAt: '2026-11-23T09:00:00.000Z', topic: 'department:voirie', outcome: 'request', person },
      free: { subject: 'Trou', text: 'Devant le 3.', department: '', isUrgent: true },
      about: { reference: 'VC-2026-000001-P', subject: 'Autre' },
    };
    expect(bodyOf(draft, 'A001', '2026-11-23T09:02:30.000Z')).toMatchObject({
      ...{ channel: 'phone', seconds: 150, topic: 'voirie', ticket: 'A001', personId: 'p-1', about: null },
      request: { kind: 'free', department: null, urgency: 'high' },
    });
  });
});

describe('somebody new begins with what was searched', () => {
  it.each([
    ['zoé de la tour', { name: 'Zoé De La Tour' }],
    ['06 39 98 12 34', { phone: '06 39 98 12 34' }],
    ['zoe@courriel.example', { email: 'zoe@courriel.example' }],
    ['3 rue des Lilas', { address: '3 rue des Lilas' }],
  ])('%s', (typed, begun) => expect(beginningOf(typed)).toMatchObject(begun));
});
