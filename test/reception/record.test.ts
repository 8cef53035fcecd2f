import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unknownTraits } from '../../functions/citizens/person.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { readQr } from '../../functions/letters/qr.ts';
import { nextOf } from '../../functions/qualification/route.ts';
import { mailReceipt, printReceipt } from '../../functions/reception/receipt.ts';
import type { Said } from '../../functions/reception/recorded.ts';
import { isTrackingCode } from '../../functions/requests/secrets.adapter.ts';
import { deskWorld, free, sign, street } from '../support/desk-world.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { authority } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.stop());

const world = () => deskWorld(database);
const traits = {
  ...unknownTraits,
  name: 'Odile Marchand',
  email: 'odile@courriel.example',
  phone: '06 39 98 12 34',
};
const events = async (table: string) =>
  (await database.all(table)).flatMap(({ outbox }) => (outbox ? [(outbox as { type: string }).type] : []));

describe('whoever comes to the desk', () => {
  it('is written down once, with the subject and the articles, and serves their ticket', async () => {
    const { call, contacts, ended, tables } = await world();
    const body = { traits, articles: ['fiche-voirie'], ticket: 'A001', note: 'Repassera lundi.' };
    const [first, again] = [await call(body), await call(body)];
    expect(again).toEqual(first);
    expect(await contacts.readContact(first.contactId)).toMatchObject({
      ...{ channel: 'counter', state: 'received', text: 'Repassera lundi.' },
      person: { personId: first.personId, by: 'agent:nadia.benali' },
      sender: { name: 'Odile Marchand', phone: '+33639981234' },
      recorded: { topic: 'voirie', outcome: 'informed', articles: ['fiche-voirie'], ticket: 'A001' },
    });
    expect(ended).toEqual(['A001']);
    expect((await events(tables.contacts)).sort()).toEqual(['contact-recorded']);
    await expect(call({ ...body, note: 'Autre chose.' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('may stay without a name', async () => {
    const { call } = await world();
    expect(await call({ outcome: 'redirected' })).toMatchObject({ personId: null, request: null });
  });

  it('gets a reference at once, a tracking code that opens the request, and an answer promised', async () => {
    const { call, contacts, open, tables } = await world();
    const { contactId, request } = await call({
      traits,
      outcome: 'request',
      request: free,
      note: 'Pressée.',
    });
    expect(request).toMatchObject({ reference: 'VC-2026-000001-P', promisedOn: '2026-12-23' });
    const contact = await contacts.readContact(contactId);
    expect(nextOf(contact)).toBe('open');
    expect((await events(tables.contacts)).sort()).toEqual(['contact-received', 'contact-recorded']);
    const whole = await open(contact);
    expect(whole.request).toMatchObject({ department: 'voirie', openedBy: 'agent:nadia.benali' });
    expect(whole.content).toMatchObject({ subject: 'Lampadaire éteint', text: 'Devant le 3.' });
    expect(isTrackingCode(request?.trackingCode ?? '', whole.trackingHash ?? '')).toBe(true);
  });

  it('has a request even when nobody at the desk knows the service', async () => {
    const { call, contacts } = await world();
    const request = { ...free, department: null };
    const { contactId } = await call({ traits, outcome: 'request', request });
    expect(nextOf(await contacts.readContact(contactId))).toBe('open-then-wait');
  });

  it('answers a form through the agent with the checks of the portal', async () => {
    const { call, contacts } = await world();
    const { id, revision } = street;
    const form = { kind: 'form' as const, procedure: id, revision, uploads: [] };
    const asked = (answers: Record<string, unknown>) =>
      call({ traits, topic: street.id, outcome: 'request', request: { ...form, answers } });
    const answers = { category: 'pothole', commune: authority.communes[0]?.code, details: 'Un trou.' };
    await expect(asked(answers)).rejects.toMatchObject({
      code: 'invalid-answers',
      fields: [{ field: 'place', code: 'missing' }],
    });
    const { contactId, request } = await asked({ ...answers, place: '3 rue des Lilas' });
    const contact = await contacts.readContact(contactId);
    expect(contact).toMatchObject({
      ...{ channel: 'counter', form: { procedure: street.id, reference: request?.reference } },
      sender: { name: 'Odile Marchand', email: traits.email, phone: '+33639981234' },
    });
    expect(contact.text).toContain('Un trou.');
    expect(request?.promisedOn).toBe('2026-12-01');
    await expect(
      call({ traits, outcome: 'request', request: { ...form, procedure: 'cirque', answers: {} } }, 'key-2'),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each<[string, Partial<Said>, string]>([
    ['a request without words', { outcome: 'request' }, 'request'],
    ['words without a request', { request: free }, 'request'],
    ['a call back to nobody', { outcome: 'call-back' }, 'number'],
    ['a number that is none', { channel: 'phone', number: '12' }, 'number'],
    ['a subject that is none', { topic: 'cirque' }, 'topic'],
    ['somebody unknown', { personId: 'nobody' }, 'personId'],
    ['somebody known who would be new', { personId: 'nobody', traits: unknownTraits }, 'traits'],
    ['a visit of nobody about nothing', { topic: null }, 'note'],
    ['an article that is none', { articles: ['fiche-voirie', 'cirque'] }, 'articles.1'],
    ['a ticket that nobody was handed', { ticket: 'Z999' }, 'ticket'],
  ])('is refused: %s', async (_name, body, field) => {
    const { call } = await world();
    await expect(call(body)).rejects.toMatchObject({ fields: [{ field }] });
  });

  it('leaves nobody behind when what they ask is refused', async () => {
    const { call, alike } = await world();
    const { id: procedure, revision } = street;
    const form = { kind: 'form' as const, procedure, revision, uploads: [], answers: {} };
    const refused = [
      { outcome: 'request' as const, request: form },
      { outcome: 'request' as const, request: { ...free, department: 'cirque' } },
      { outcome: 'call-back' as const, traits: { ...traits, phone: null } },
      { ticket: 'Z999' },
    ];
    for (const body of refused) await expect(call({ traits, ...body })).rejects.toBeDefined();
    expect((await alike({ name: traits.name, email: traits.email })).alike).toEqual([]);
    await call({ traits, outcome: 'request', request: free });
    expect((await alike({ name: traits.name, email: traits.email })).alike).toHaveLength(1);
  });

  it('may speak of a request that exists: it joins it quietly', async () => {
    const { call, contacts, open } = await world();
    const { contactId, request } = await call({ traits, outcome: 'request', request: free });
    await open(await contacts.readContact(contactId));
    const visit = await call({ traits, about: request?.reference ?? '', note: 'Toujours éteint.' }, 'key-2');
    const contact = await contacts.readContact(visit.contactId);
    expect(nextOf(contact)).toBe('join');
    expect(contact.decision).toMatchObject({ kind: 'join', reference: request?.reference, quiet: true });
  });
});

describe('whoever calls', () => {
  it('is written down by the agent, with how long it took', async () => {
    const { call, contacts } = await world();
    const { contactId } = await call({ channel: 'phone', number: '06.39.98.55.55', seconds: 90 });
    const { call: part } = await contacts.readContact(contactId);
    expect(part).toMatchObject({ number: '+33639985555', talkSeconds: 90, outcome: 'answered' });
    expect(Date.parse(part?.endedAt ?? '') - Date.parse(part?.startedAt ?? '')).toBe(90_000);
  });

  it('by the phone system is completed once, whatever it told', async () => {
    const { call, contacts, add } = await world();
    const part = { direction: 'inbound', number: '+33639980101', startedAt: 'x', connectedAt: 'y' } as const;
    const rest = { endedAt: null, waitSeconds: 4, talkSeconds: null, agent: 'nadia.benali', group: null };
    await add({
      id: 'call-1',
      channel: 'phone',
      call: { ...part, ...rest, outcome: null, disposition: null },
    });
    const done = await call({ channel: 'phone', callId: 'call-1', note: 'Horaires.' });
    expect(done.contactId).toBe('call-1');
    expect(await contacts.readContact('call-1')).toMatchObject({
      ...{ text: 'Horaires.', version: 2, call: { waitSeconds: 4 } },
      recorded: { by: 'agent:nadia.benali' },
    });
    await expect(call({ channel: 'phone', callId: 'call-1' }, 'key-2')).rejects.toMatchObject({
      code: 'already-decided',
    });
  });
});

describe('the receipt', () => {
  const asked = (contactId: string, code: string | null) => ({
    ...{ params: { contactId }, query: undefined, headers: undefined, body: { trackingCode: code } },
  });

  it('says what was asked, by when, how to follow it, under a code that only the authority signs', async () => {
    const { call, receipts, drawn, caller } = await world();
    const { contactId, request } = await call({ traits, outcome: 'request', request: free });
    const code = request?.trackingCode ?? '';
    await printReceipt(receipts)(asked(contactId, code), caller());
    const [given] = drawn;
    expect(given).toMatchObject({ subject: 'Lampadaire éteint', promisedOn: '2026-12-23' });
    expect(given?.desk?.trackingUrl).toBe(`https://val-clair.example/suivi#${request?.reference}:${code}`);
    expect(readQr(given?.code?.qr ?? '', sign)).toMatchObject({
      kind: 'receipt',
      reference: request?.reference,
    });
    expect(readQr(given?.code?.qr ?? '', signer('another', 'letter-qr'))).toBeNull();
    await expect(printReceipt(receipts)(asked(contactId, 'AAAAA-AAAAA'), caller())).rejects.toMatchObject({
      code: 'wrong-tracking-code',
    });
  });

  it('leaves by mail once, and its code stays nowhere but in the message', async () => {
    const { call, contacts, open, receipts, caller, deps } = await world();
    const { contactId, request } = await call({ traits, outcome: 'request', request: free });
    await open(await contacts.readContact(contactId));
    const input = {
      ...asked(contactId, request?.trackingCode ?? ''),
      headers: { 'idempotency-key': 'mail-1' },
    };
    expect(await mailReceipt(receipts)(input, caller())).toMatchObject({ to: traits.email });
    await mailReceipt(receipts)(input, caller());
    const { messages, events: journal } = await deps.requests.load(request?.reference ?? '');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ delivery: 'queued', trackingCode: request?.trackingCode });
    expect(messages[0]?.text).not.toContain(request?.trackingCode);
    expect(journal.map(({ type }) => type)).toContain('receipt-queued');
  });

  it('is for its agent and those who may read what it says, if it opened anything', async () => {
    const { call, receipts, caller } = await world();
    const { contactId } = await call({ traits, outcome: 'request', request: free });
    const by = { login: 'another', roles: ['instructor' as const] };
    const print = (id: string, department: string) =>
      printReceipt(receipts)(asked(id, null), caller({ ...by, departments: [department] }));
    await expect(print(contactId, 'education')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(print(contactId, 'voirie')).resolves.toBeDefined();
    const nothing = await call({ traits }, 'key-2');
    await expect(print(nothing.contactId, 'voirie')).rejects.toMatchObject({ code: 'not-found' });
  });
});
