import { describe, expect, it } from 'vitest';
import type { ContactDecision, Proposal } from '../../../functions/intake/contact.ts';
import { caseOf, type Seen } from '../../../functions/qualification/learning/case.ts';
import { counted, difference, weekOf } from '../../../functions/qualification/learning/week.ts';
import type { JournalBody, JournalEvent } from '../../../functions/requests/event.ts';

const proposal = { department: 'education', confidence: 0.62, model: 'shipped' } as Proposal;
const decision: ContactDecision = {
  ...{ kind: 'open', by: 'agent:claire', at: '2026-11-24T09:00:00.000Z', key: 'k', department: 'finances' },
  ...{ procedure: null, urgency: 'normal', subject: 'Facture', proposed: proposal },
  sender: { name: 'Lou Petit', email: null, phone: null, address: null },
};
const contact = (over: Partial<Seen> = {}): Seen => ({
  ...{ id: 'c-1', receivedAt: '2026-11-24T08:00:00.000Z', state: 'waiting', proposal },
  ...over,
});
const opened = (openedBy: string): JournalBody => ({
  ...{ type: 'request-opened', channel: 'mail', contactId: 'c-1', openedBy, procedure: null },
  ...{ procedureRevision: null, department: 'education', confidence: 0.95, urgency: 'normal' },
  ...{ receivedOn: '2026-11-24', contentHash: 'h' },
});
const given = (department: string, by = 'agent:lea'): JournalBody => ({
  ...{ type: 'request-assigned', department, agent: null, by, reason: null },
});
const journal = (...bodies: JournalBody[]) => ({
  reference: 'VC-2026-000001-P',
  events: bodies.map(
    (body, seq): JournalEvent => ({
      ...body,
      seq,
      at: `2026-11-2${5 + seq}T09:00:00.000Z`,
      previous: '',
      hash: '',
    }),
  ),
});

describe('what an agent decides is an example for the authority', () => {
  it('says who decided, when, what was proposed by which model, and no word of the letter', () => {
    const made = caseOf(contact({ decision }), journal(opened('agent:claire')));
    expect(made).toEqual({
      ...{ contactId: 'c-1', reference: 'VC-2026-000001-P', receivedAt: '2026-11-24T08:00:00.000Z' },
      ...{ proposed: { department: 'education', confidence: 0.62, model: 'shipped' }, alone: false },
      decided: { department: 'finances', by: 'agent:claire', at: '2026-11-24T09:00:00.000Z', how: 'sorted' },
    });
    expect(JSON.stringify(made)).not.toMatch(/Lou|Facture/);
  });

  it('is made of a later move to another department, and of no change of agent', () => {
    const moved = caseOf(contact(), journal(opened('auto'), given('education', 'auto'), given('finances')));
    expect(moved?.decided).toMatchObject({ department: 'finances', by: 'agent:lea', how: 'moved' });
    expect(moved?.alone).toBe(true);
    expect(caseOf(contact(), journal(opened('auto'), given('education')))?.decided).toBeNull();
  });

  it('is settled by the quality unit, wherever the request stood', () => {
    const settled = journal(opened('auto'), given('finances'), {
      ...{ type: 'arbitration-given', department: 'education', by: 'agent:agnes' },
    });
    expect(caseOf(contact(), settled)?.decided).toMatchObject({ department: 'education', by: 'agent:agnes' });
  });

  it.each([
    ['spam', 'indesirable'],
    ['not-ours', 'indesirable'],
    ['duplicate', undefined],
    ['unreadable', undefined],
  ])('of what is set aside as %s: %s', (quarantineReason, department) => {
    const setAside = { by: 'agent:claire', at: '2026-11-24T09:00:00.000Z' };
    const aside = contact({ state: 'quarantined', quarantineReason, setAside });
    expect(caseOf(aside, null)?.decided?.department).toBe(department);
  });

  it('is none while nobody decided, nor where a form or a sheet says it', () => {
    expect(caseOf(contact(), null)).toBeNull();
    expect(caseOf(contact({ decision, form: {} }), null)).toBeNull();
    const certain = { ...decision, proposed: { department: 'education', confidence: 1 } };
    expect(caseOf(contact({ decision: certain }), null)?.proposed).toBeNull();
  });
});

describe('figures of a week', () => {
  it('count a proposal once, and a correction from where to where', () => {
    const made = caseOf(contact({ decision }), null);
    expect(counted(made as NonNullable<typeof made>)).toEqual({
      ...{ 'proposed:education': 1, 'sure:education': 620, 'bin:6': 1, 'binSure:6': 620 },
      ...{ 'asked:education': 1, 'from:education:finances': 1, 'final:finances': 1 },
      'who:education:finances:agent:claire': 1,
    });
  });

  it('move by the difference when a letter routed alone is moved afterwards', () => {
    const before = caseOf(contact(), journal(opened('auto')));
    const after = caseOf(contact(), journal(opened('auto'), given('finances')));
    expect(difference(counted(before as never), counted(after as never))).toEqual({
      ...{ 'final:education': -1, 'final:finances': 1, 'right:education': -1, 'binRight:6': -1 },
      ...{ 'from:education:finances': 1, 'misrouted:education': 1 },
      'who:education:finances:agent:lea': 1,
    });
  });

  it('begin on Monday', () => {
    expect(['2026-11-23', '2026-11-29', '2026-11-30'].map(weekOf)).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-30',
    ]);
  });
});
