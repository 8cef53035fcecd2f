import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receivedOf, unsortedOf } from '../../functions/instruction/received.ts';
import { untickDocument } from '../../functions/instruction/untick-documents.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { joinRequest } from '../../functions/qualification/join-request.ts';
import { derivedId, newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, aKey, asAgent, authority, publicUrl, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const askId = 'aa99c1d2ask';
const labels = { home: 'Justificatif de domicile', income: 'Avis d’impôt' };
const dayOf = (instant: string) => instant.slice(0, 10);
let world: Awaited<ReturnType<typeof requestWorld>>;
let reference: string;
/** A request of the town hall's office, which waits for these documents. */
const asked = async (...documents: (keyof typeof labels)[]) => {
  const about = documents.map((code) => ({ code, label: labels[code], hint: null, requiredBy: 'loi' }));
  await world.requests.append(reference, { key: 'ask' }, () => ({
    commands: [
      {
        ...{ command: 'documents-requested', askId, documents, on: '2026-04-05', until: '2026-05-05' },
        ...{ stopsClock: true, messageId: askId, by: 'agent:paul' },
      },
    ],
    records: [
      {
        sk: `RECORD#ASK#${askId}`,
        ask: { askId, text: '', documents: about.map((one) => ({ ...one, accepts: [], validMonths: null })) },
      },
    ],
  }));
};
beforeEach(async () => {
  world = await requestWorld(database);
  ({ reference } = await world.open({ contactId: 'c-0' }));
});

const sheet = (id: string, decision: object): Contact => ({
  ...aContact(id, { channel: 'scan', receivedAt: '2026-04-20T07:00:00.000Z', proposal: undefined }),
  documents: [
    {
      ...{ id: 'scan', name: 'Courrier 1.pdf', contentType: 'application/pdf', size: 9, pages: [] },
      original: { bucket: 'documents', key: 'x' },
    },
  ],
  decision: {
    ...{ kind: 'join', reference, by: 'auto', at: '2026-04-22T07:00:00.000Z', key: id, proposed: null },
    ...decision,
  } as Contact['decision'],
});
const join = (contact: Contact) =>
  joinRequest({
    contact: async () => contact,
    append: world.requests.append,
    load: world.requests.load,
    report: async () => undefined,
    newSalt,
    hash: sha256,
  })({ contactId: contact.id });
const typesOf = async () =>
  (await world.requests.load(reference)).events.slice(1).map(({ type }) => type as string);
const untick = (code: string, version: number) =>
  untickDocument({
    ...{ append: world.requests.append, load: world.requests.load, authority: async () => authority },
    ...{ derivedId, newSalt, hash: sha256, publicUrl, now: () => '2026-04-28T08:00:00.000Z' },
    ...{ procedure: async () => null, dayIn: (_zone, instant) => dayOf(instant) },
  })(
    { params: { reference, askId }, query: undefined, headers: aKey(), body: { version, code, text: null } },
    asAgent({ departments: ['etat-civil'] }),
  );

describe('a slip that comes back by itself', () => {
  it('ticks the one awaited document on the day it came in, however late it was read, once', async () => {
    await asked('home');
    const contact = sheet('c-1', { slip: askId, documents: ['home'], on: '2026-04-20' });
    await join(contact);
    await join(contact);
    expect(await typesOf()).toEqual([
      ...[
        'work-started',
        'documents-requested',
        'contact-joined',
        'document-provided',
        'documents-completed',
      ],
    ]);
    const whole = await world.requests.load(reference);
    expect(whole.events.at(-1)).toMatchObject({ on: '2026-04-20', by: 'auto' });
    expect(whole.request).toMatchObject({ state: 'in-progress', awaited: null, unreadMessages: 0 });
    expect(receivedOf(whole, { dayOf })).toEqual([
      {
        ...{ askId, code: 'home', label: labels.home, on: '2026-04-20', isVerified: false },
        documentIds: ['c-1-scan'],
      },
    ]);
  });

  it('leaves the other document awaited, and the clock with it', async () => {
    await asked('home', 'income');
    await join(sheet('c-1', { slip: `${askId}.2`, documents: ['income'], on: '2026-04-20' }));
    const { request } = await world.requests.load(reference);
    expect(request).toMatchObject({ state: 'waiting-citizen', awaited: { provided: ['income'] } });
    await expect(join(sheet('c-2', { slip: `${askId}.2`, documents: ['income'] }))).rejects.toThrow(
      'conflict',
    );
    await join(sheet('c-3', { slip: `${askId}.1`, documents: ['home'], on: '2026-04-21' }));
    expect((await world.requests.load(reference)).request.awaited).toBeNull();
  });

  it('joins all the same when an agent says so, and asks which document it brought', async () => {
    await asked('home', 'income');
    await join(sheet('c-1', { slip: askId, documents: [] }));
    await join(sheet('c-2', { slip: askId, by: 'agent:paul' }));
    expect(unsortedOf(await world.requests.load(reference))).toHaveLength(2);
  });

  it('asks the agent which document came when nothing says it', async () => {
    await asked('home', 'income');
    await join(sheet('c-1', { slip: askId, documents: [] }));
    const whole = await world.requests.load(reference);
    expect(whole.request.awaited?.provided).toEqual([]);
    expect(unsortedOf(whole)).toEqual([{ contactId: 'c-1', documentIds: ['c-1-scan'] }]);
  });

  it('ticks nothing that came another way meanwhile', async () => {
    await asked('home', 'income');
    await world.requests.append(reference, { key: 'p' }, () => ({
      commands: [{ command: 'document-provided', askId, document: 'home', documentId: 'd', by: 'citizen' }],
    }));
    await join(sheet('c-1', { slip: `${askId}.1`, documents: ['home'], on: '2026-04-20' }));
    expect(await typesOf()).toContain('citizen-message-received');
    expect((await typesOf()).filter((type) => type === 'document-provided')).toHaveLength(1);
  });
});

describe('a document that is not what was asked for', () => {
  it('is awaited again with its clock, the person is told, and the slip serves again', async () => {
    await asked('home');
    await join(sheet('c-1', { slip: askId, documents: ['home'], on: '2026-04-20' }));
    const before = (await world.requests.load(reference)).request.version;
    await untick('home', before);
    const whole = await world.requests.load(reference);
    expect(whole.request).toMatchObject({ state: 'waiting-citizen', awaited: { askId, provided: [] } });
    // A week more than there was, since it came in time.
    expect(whole.request.awaited?.until).toBe('2026-05-05');
    expect(receivedOf(whole, { dayOf })).toEqual([]);
    const message = whole.messages.at(-1);
    expect(message?.text).toContain(labels.home);
    expect(message?.slip).toEqual({ askId, documents: [labels.home], until: '2026-05-05', numbers: [1] });
    await join(sheet('c-2', { slip: askId, documents: ['home'], on: '2026-04-30' }));
    expect((await world.requests.load(reference)).request.awaited).toBeNull();
  });

  it('is refused when it never came', async () => {
    await asked('home');
    const { version } = (await world.requests.load(reference)).request;
    await expect(untick('home', version)).rejects.toThrow('not-found');
  });
});
