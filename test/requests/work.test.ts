import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstBroken } from '../../functions/requests/journal.ts';
import { hashTrackingCode, newTrackingCode, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import {
  aContact,
  aKey,
  asAgent,
  doings,
  type RequestWorld,
  requestWorld,
} from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
let does: ReturnType<typeof doings>;
let reference: string;
const code = newTrackingCode();
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
  does = doings(world);
  const form = {
    procedure: 'x',
    revision: 1,
    answers: {},
    reference: 'VC-2026-000123-W',
    trackingHash: hashTrackingCode(code),
  };
  world.contacts.set('c-1', aContact('c-1', { channel: 'form', form }));
  ({ reference } = await world.open({ contactId: 'c-1' }));
  await does.instruct.assign({ reference });
});
afterAll(() => database.stop());

const params = () => ({ reference });
const reply = (version: number, over: object = {}) => ({
  params: params(),
  query: undefined,
  headers: aKey(),
  body: { version, outcome: 'answered' as const, text: 'Bonjour.', uploads: [], ...over },
});
const tracked = { 'x-tracking-code': code };
const written = (over: object = {}) => ({
  params: params(),
  query: undefined,
  headers: { ...tracked, ...aKey() },
  body: { text: 'Voici la piece.', uploads: [{ uploadId: 'u-1', name: 'piece.pdf' }], ...over },
});

describe('an agent who works on a request', () => {
  it('answers once, whatever is pressed twice, and the answer is signed', async () => {
    const input = reply(2, { text: 'Voici votre acte.' });
    const first = await does.answer(input, asAgent());
    expect(await does.answer(input, asAgent())).toEqual(first);
    const { request, messages, events } = await world.requests.load(reference);
    expect(request.state).toBe('decided');
    expect(messages.map(({ kind, delivery }) => [kind, delivery])).toEqual([['answer', 'queued']]);
    expect(messages[0]?.text).toMatch(/Voici votre acte\.\n\nPaul Girard\nGestionnaire\nÉtat civil\n/);
    expect(firstBroken(events, sha256)).toBeNull();
    const said = (await world.items())
      .filter(({ sk }) => String(sk).startsWith('OUTBOX#'))
      .map(({ outbox }) => outbox);
    expect(said).toContainEqual({
      type: 'request-answered',
      detail: { reference, messageId: messages[0]?.id },
    });
  });

  it('grants beside the book on a form, and the answer says why nobody signs it', async () => {
    await does.answer(reply(2, { outcome: 'granted', text: 'Voici votre acte.' }), asAgent());
    const { messages } = await world.requests.load(reference);
    expect(messages[0]?.text).toMatch(/Paul Girard\nGestionnaire\nÉtat civil\n[\s\S]*article L\. 212-2, 1°/);
  });

  it('sends to the signature book a refusal, and a grant to who wrote by mail or post', async () => {
    const toBook = { code: 'not-allowed-in-state', fields: [{ field: 'outcome', code: 'signature-needed' }] };
    const text = 'En droit : article L. 1 du code civil.\n\nEn fait : l’acte demandé n’existe pas.';
    await expect(does.answer(reply(2, { outcome: 'refused', text }), asAgent())).rejects.toMatchObject(
      toBook,
    );
    world.contacts.set('c-2', aContact('c-2'));
    const mail = await world.open({ contactId: 'c-2' });
    await does.instruct.assign({ reference: mail.reference });
    const on = (outcome: string) => ({ ...reply(2, { outcome }), params: { reference: mail.reference } });
    await expect(does.answer(on('granted') as never, asAgent())).rejects.toMatchObject(toBook);
    await does.answer(on('answered') as never, asAgent());
    expect((await world.requests.load(mail.reference)).request.state).toBe('decided');
  });

  it('is stopped when the citizen wrote meanwhile', async () => {
    await does.write(written());
    await expect(does.answer(reply(2), asAgent())).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is the only one to be assigned when fifty try at once', async () => {
    const tries = Array.from({ length: 50 }, (_, index) =>
      does.assign(
        {
          params: params(),
          query: undefined,
          headers: aKey(),
          body: { version: 2, department: 'etat-civil', agent: 'paul.girard', reason: String(index) },
        },
        asAgent(),
      ),
    );
    const ended = await Promise.allSettled(tries);
    const done = ended.filter(({ status }) => status === 'fulfilled');
    const codes = ended.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
    );
    expect(done).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['conflict']));
    const { events } = await world.requests.load(reference);
    expect(events.filter(({ type }) => type === 'request-assigned')).toHaveLength(2);
  });

  it.each([
    ['a department that does not exist', { department: 'nulle-part', agent: null }, 'invalid-input'],
    ['an agent of another department', { department: 'etat-civil', agent: 'samira' }, 'invalid-input'],
  ])('cannot assign to %s', async (_, change, refusal) => {
    const input = {
      params: params(),
      query: undefined,
      headers: aKey(),
      body: { version: 2, reason: null, ...change },
    };
    await expect(does.assign(input, asAgent())).rejects.toMatchObject({ code: refusal });
  });

  it('cannot use one key for two different things', async () => {
    const headers = aKey();
    await does.note({ params: params(), query: undefined, headers, body: { text: 'un' } }, asAgent());
    const other = { params: params(), query: undefined, headers, body: { text: 'deux' } };
    await expect(does.note(other, asAgent())).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('of another department sees and does nothing', async () => {
    const stranger = asAgent({ login: 'samira', departments: ['voirie'] });
    await expect(does.answer(reply(2), stranger)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      does.read({ params: params(), query: undefined, headers: undefined, body: undefined }, stranger),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const { events } = await world.requests.load(reference);
    expect(events.map(({ type }) => type)).not.toContain('personal-data-read');
  });

  it('is noted in the journal for each reading, once a quarter of an hour', async () => {
    const look = () =>
      does.read({ params: params(), query: undefined, headers: undefined, body: undefined }, asAgent());
    const seen = await look();
    await look();
    expect(seen).toMatchObject({
      version: 2,
      subject: 'Acte de naissance',
      may: { answer: true, assign: true },
    });
    const { events } = await world.requests.load(reference);
    expect(events.filter(({ type }) => type === 'personal-data-read')).toMatchObject([
      { by: 'agent:paul.girard', reason: 'instruction' },
    ]);
  });
});

describe('a citizen who follows a request', () => {
  const look = (given = tracked, typed = reference) =>
    does.track({ params: { reference: typed }, query: undefined, headers: given, body: undefined });

  it('sees who acts and by when', async () => {
    const seen = await look();
    expect(seen).toMatchObject({
      state: 'assigned',
      yourTurn: false,
      promisedOn: '2026-05-02',
      department: { code: 'etat-civil' },
    });
    expect(seen.timeline.map(({ code: step, status, due }) => [step, status, due])).toEqual([
      ['received', 'done', null],
      ['assigned', 'current', null],
      ['acknowledged', 'to-come', null],
      ['answered', 'to-come', '2026-05-02'],
      ['delivered', 'to-come', null],
    ]);
  });

  it('is told when it is their turn', async () => {
    const input = {
      params: params(),
      query: undefined,
      headers: aKey(),
      body: { version: 2, text: 'Il manque une piece.', awaitsReply: true, uploads: [] },
    };
    await does.message(input, asAgent());
    expect(await look()).toMatchObject({ yourTurn: true, state: 'waiting-citizen' });
    await does.write(written());
    expect(await look()).toMatchObject({
      yourTurn: false,
      state: 'in-progress',
      documents: [{ name: 'piece.pdf' }],
    });
  });

  it('writes once, whatever is sent twice, and finds the piece again', async () => {
    const input = written();
    expect(await does.write(input)).toEqual(await does.write(input));
    const { messages, documents } = await look();
    expect(messages).toHaveLength(1);
    const given = {
      params: { reference, documentId: documents[0]?.id ?? '' },
      query: undefined,
      headers: tracked,
      body: undefined,
    };
    expect((await does.openPiece(given)).url).toMatch(
      /^https:\/\/files\.example\/requests\/VC-2026-000123-W\//,
    );
  });

  it('may type the reference with spaces and without its letter, for the code is the proof', async () => {
    expect((await look(tracked, 'vc 2026 000123')).reference).toBe(reference);
  });

  it.each([
    ['another code', () => newTrackingCode(), undefined],
    ['no code at all', () => '', undefined],
    ['a reference that does not exist', () => code, 'VC-2026-000999-X'],
    ['a reference that is none', () => code, 'bonjour'],
  ])('learns nothing with %s', async (_, given, typed) => {
    await expect(look({ 'x-tracking-code': given() }, typed)).rejects.toMatchObject({
      code: 'wrong-tracking-code',
    });
  });

  it('takes a receipt home', async () => {
    const pdf = await does.receipt({ params: params(), query: undefined, headers: tracked, body: undefined });
    expect(pdf.name).toBe('recapitulatif-VC-2026-000123-W.pdf');
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
