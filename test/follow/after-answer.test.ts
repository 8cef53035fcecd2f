import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { asCitizen, type FollowWorld, followWorld, refusalOf } from '../support/follow-world.ts';
import { aKey } from '../support/request-world.ts';

let database: TestDatabase;
let follow: FollowWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  follow = await followWorld(database);
});
afterAll(() => database.stop());

const jeanne = asCitizen();
const paul = asCitizen({ account: 'a-paul', person: 'p-paul', email: 'paul@example.org' });
const none = { params: undefined, query: undefined, headers: undefined, body: undefined };
const add = (reference: string, trackingCode = follow.code, caller = jeanne) =>
  follow.add({ ...none, body: { reference, trackingCode } }, caller);
const list = (caller = jeanne, query: { after?: string; limit: number } = { limit: 20 }) =>
  follow.list({ ...none, query }, caller);
const track = (reference: string, caller = jeanne, headers = {}) =>
  follow.track({ ...none, params: { reference }, headers }, caller);
const once = (headers: object = {}) => ({ ...headers, ...aKey() });

describe('after the answer', () => {
  const rate = (
    reference: string,
    score: 'satisfied' | 'mixed' | 'unsatisfied',
    comment: string | null = null,
  ) => follow.rate({ ...none, params: { reference }, headers: once(), body: { score, comment } }, jeanne);
  const answered = async () => {
    const reference = await follow.open();
    await add(reference);
    await follow.answer(reference);
    return reference;
  };

  it('is rated once an answer, changed in the figures as it changes, and by its person alone', async () => {
    const reference = await answered();
    await rate(reference, 'unsatisfied', 'Rien de clair.');
    await rate(reference, 'satisfied');
    const month = new Date().toISOString().slice(0, 7);
    expect(await follow.ratings(month, month)).toEqual([
      { month, department: 'etat-civil', answers: 1, points: 3, unsatisfied: 0 },
    ]);
    const input = {
      ...none,
      params: { reference },
      headers: once(),
      body: { score: 'mixed', comment: null },
    } as const;
    expect(await refusalOf(follow.rate(input, paul))).toBe('wrong-tracking-code');
    const { events } = await follow.world.requests.load(reference);
    expect(JSON.stringify(events)).not.toContain('Rien de clair');
  });

  it('goes back to the department’s board with the comment when it does not satisfy', async () => {
    const reference = await answered();
    const reopen = () =>
      follow.reopen(
        { ...none, params: { reference }, headers: once(), body: { reason: 'Il manque la date.' } },
        jeanne,
      );
    expect(await refusalOf(reopen())).toBe('not-allowed-in-state');
    expect(await rate(reference, 'unsatisfied', 'Rien de clair.')).toEqual({ mayReopen: true });
    expect(await reopen()).toEqual({ state: 'in-progress' });
    const { request, messages } = await follow.world.requests.load(reference);
    expect(request).toMatchObject({ state: 'in-progress', answer: null, unreadMessages: 1 });
    expect(messages.at(-1)?.text).toBe('Il manque la date.\n\n« Rien de clair. »');
    expect(await refusalOf(reopen())).toBe('not-allowed-in-state');
  });

  it('opens by the code of its mail for thirty days, and not after', async () => {
    const reference = await follow.open();
    const messageId = await follow.answer(reference);
    const link = { 'x-tracking-code': `OUT-${reference}-${messageId}` };
    const { answer } = await follow.track({ ...none, params: { reference }, headers: link });
    expect(answer).toMatchObject({ outcome: 'answered', mayRate: true, rating: null });
    follow.clock.at = new Date(Date.now() + 31 * 86_400_000).toISOString();
    expect(await refusalOf(follow.track({ ...none, params: { reference }, headers: link }))).toBe(
      'wrong-tracking-code',
    );
  });

  it('is contested by a request of its own, in the same hands, which keeps the first and its two months', async () => {
    const reference = await answered();
    const headers = once();
    const input = {
      ...none,
      ...{ params: { reference }, headers },
      body: {
        kind: 'gracious' as const,
        text: 'Je conteste.',
        uploads: [{ uploadId: 'u-1', name: 'preuve.pdf' }],
      },
    };
    expect(await refusalOf(follow.contest(input, paul))).toBe('wrong-tracking-code');
    const lodged = await follow.contest(input, jeanne);
    expect(await follow.contest(input, jeanne)).toEqual(lodged);
    expect(lodged).toMatchObject({ on: '2026-04-03', silenceOn: '2026-06-03' });
    expect(await refusalOf(follow.contest({ ...input, headers: once() }, jeanne))).toBe(
      'not-allowed-in-state',
    );
    const contactId = [...follow.world.contacts.keys()].at(-1) ?? '';
    await follow.world.open({ contactId });
    await follow.adopt.opened({ reference: lodged.reference });
    const appeal = await track(lodged.reference);
    expect(appeal).toMatchObject({
      appealOf: reference,
      department: { code: 'etat-civil' },
      subject: 'Recours gracieux : Acte de naissance',
    });
    expect(appeal.deadlines.find(({ kind }) => kind === 'silence')?.due).toBe('2026-06-03');
    const first = await track(reference);
    // The court’s delay waits for what answers the appeal (CRPA L411-2).
    expect(first.answer?.remedies).toMatchObject({ state: 'interrupted', until: null });
    expect(first.answer).toMatchObject({
      mayContest: false,
      appeals: [{ reference: lodged.reference, kind: 'gracious' }],
    });
    expect(first.timeline.map((step) => step.code)).toContain('contested');
    expect((await list()).requests.map((one) => one.appealOf)).toEqual([reference, null]);
  });

  it('never says which of the cabinet’s people answered', async () => {
    const cabinet = aCabinetProposal();
    const reference = await follow.open('c-1', cabinet);
    await add(reference);
    await follow.world.requests.append(reference, { key: 'm' }, () => ({
      commands: [
        {
          command: 'citizen-message-queued',
          messageId: 'm',
          contentHash: '',
          by: 'agent:zoe',
          awaitsReply: false,
        },
      ],
      records: [
        {
          sk: 'RECORD#MESSAGE#m',
          message: {
            id: 'm',
            from: 'authority',
            kind: 'message',
            at: '2026-04-03T08:00:00.000Z',
            author: 'Zoé Nomina',
            subject: '',
            text: 'Bonjour.',
            attachments: [],
            delivery: 'sent',
            salt: '',
          },
        },
      ],
    }));
    const seen = await track(reference);
    expect(seen.messages[0]?.author).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/zoe|Nomina/i);
    const { requests } = await list();
    expect(JSON.stringify(requests)).not.toMatch(/zoe/i);
  });
});

const aCabinetProposal = () => ({
  proposal: {
    ...{ department: 'cabinet', confidence: 1, routed: true, others: [], procedure: null },
    ...{ urgency: 'normal' as const, subject: 'Au maire', reference: null, reasons: [] },
    sender: { name: null, email: null, phone: null, address: null },
  },
});

describe('the whole file', () => {
  it('holds receipt, messages, journal and documents, and says which are kept back', async () => {
    const reference = await follow.open();
    await add(reference);
    for (const [uploadId, name] of [
      ['u-1', 'facture.pdf'],
      ['u-2', 'infecté.pdf'],
    ] as const)
      await follow.does.write({
        ...none,
        params: { reference },
        headers: once({ 'x-tracking-code': follow.code }),
        body: { text: `Voici ${name}`, uploads: [{ uploadId, name }] },
      });
    const { documents } = await follow.world.requests.load(reference);
    const first = documents.find(({ name }) => name === 'facture.pdf');
    follow.uploads.set(first?.original.key ?? '', new TextEncoder().encode('%PDF facture'));
    const input = { ...none, params: { reference }, headers: {} };
    expect(await refusalOf(follow.takeFile(input, paul))).toBe('wrong-tracking-code');
    const { missing, size } = await follow.takeFile(input, jeanne);
    expect(missing).toEqual(['infecté.pdf']);
    const [file] = follow.archives;
    expect(file?.bytes.length).toBe(size);
    const text = Buffer.from(file?.bytes ?? []).toString('utf8');
    for (const part of [
      'recapitulatif.pdf',
      'echanges.txt',
      'historique.txt',
      'documents/facture.pdf',
      '%PDF facture',
      'Voici facture.pdf',
      'Demande confiée au service',
      'documents-manquants.txt',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('agent:');
  });
});

describe('what nobody may learn from a request', () => {
  it('nothing of those answered together with it', async () => {
    const [lead, reference] = [await follow.open('c-1'), await follow.open('c-2')];
    await add(reference);
    await follow.world.requests.append(reference, { key: 'group' }, () => ({
      commands: [{ command: 'request-grouped', lead, by: 'agent:paul.girard' }],
      elsewhere: [{ of: lead, record: { sk: `RECORD#MEMBER#${reference}`, member: reference } }],
    }));
    expect(JSON.stringify(await track(reference))).not.toContain(lead);
    expect(await refusalOf(track(lead))).toBe('wrong-tracking-code');
    const seen = await follow.track({
      ...none,
      params: { reference: lead },
      headers: { 'x-tracking-code': follow.code },
    });
    expect(JSON.stringify(seen)).not.toContain(reference);
  });

  it('nor anything once its person was erased: the code opens it no more, the space shows no word of it', async () => {
    const reference = await follow.open();
    await add(reference);
    const messageId = await follow.answer(reference);
    const gone = { subject: '', text: '', answers: [], procedureTitle: null, salt: '' };
    const nobody = { name: null, email: null, phone: null, address: null };
    await follow.world.requests.append(reference, { key: 'erase' }, () => ({
      commands: [{ command: 'message-delivery-failed', messageId: 'x', reason: 'erased' }],
      card: { subject: '', sender: '' },
      records: [
        { sk: 'RECORD#CONTENT', content: gone },
        { sk: 'RECORD#SENDER', sender: nobody },
        { sk: 'RECORD#TRACKING', tracking: { hash: '' } },
      ],
    }));
    for (const code of [follow.code, `OUT-${reference}-${messageId}`]) {
      const headers = { 'x-tracking-code': code };
      expect(await refusalOf(follow.track({ ...none, params: { reference }, headers }))).toBe(
        'wrong-tracking-code',
      );
    }
    expect((await list()).requests).toMatchObject([{ reference, subject: '' }]);
  });
});
