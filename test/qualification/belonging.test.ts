import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryReport, MailPart } from '../../functions/intake/contact.ts';
import { headerOf } from '../../functions/intake/contact-items.ts';
import { classifyContact } from '../../functions/qualification/classify-contact.ts';
import { joinRequest } from '../../functions/qualification/join-request.ts';
import { suggestionsFor } from '../../functions/qualification/suggestions.ts';
import { newSalt, sha256 } from '../../functions/requests/secrets.adapter.ts';
import type { Found } from '../../functions/threading/find-thread.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import {
  aContact,
  anAgent,
  authority,
  doings,
  type RequestWorld,
  requestWorld,
} from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
let reference: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
  reference = (await world.open({ contactId: 'c-first' })).reference;
});
afterAll(() => database.stop());

const mail: MailPart = {
  ...{ messageId: 'm@m.example', inReplyTo: [], references: [], recipients: [], automatic: false },
  verdicts: { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' },
};
const proposal = aContact('x').proposal;
const arrived = (id: string, found: Found, part: Partial<MailPart> = {}) => {
  const contact = aContact(id, { state: 'received', proposal: undefined, mail: { ...mail, ...part } });
  world.contacts.set(id, contact);
  const read = async () => world.contacts.get(id) ?? contact;
  return classifyContact({
    thread: async () => found,
    contact: read,
    header: async () => headerOf(await read()),
    update: async (_header, changes) => {
      world.contacts.set(id, { ...(await read()), ...(changes as object) });
    },
    authority: async () => authority,
    procedure: async () => null,
    procedures: async () => [],
    classify: async () => proposal ?? ({} as never),
    history: async () => [],
    referenceIn: () => null,
    now: () => '2026-04-03T08:00:00.000Z',
    dayIn: () => '2026-04-03',
  })({ contactId: id });
};
const join = (contactId: string) =>
  joinRequest({
    contact: async (id) => world.contacts.get(id) ?? aContact(id),
    append: world.requests.append,
    load: world.requests.load,
    report: doings(world).mailEvent,
    newSalt,
    hash: sha256,
  })({ contactId });
const journal = async () => (await world.requests.load(reference)).events.map(({ type }) => type);
const end = () =>
  world.requests.append(reference, { key: 'end' }, () => ({
    commands: [{ command: 'request-withdrawn', by: 'citizen' }],
  }));

describe('a contact that belongs to a request', () => {
  it('joins it with both proofs in the journal, says so once, and is known by its own Message-ID', async () => {
    const proofs = ['thread', 'known-address'];
    expect(await arrived('c-2', { kind: 'join', reference, proofs })).toEqual({ next: 'join' });
    await join('c-2');
    await join('c-2');
    const { events, request, mails } = await world.requests.load(reference);
    expect(events.slice(1)).toMatchObject([
      { type: 'contact-joined', contactId: 'c-2', by: 'auto', proofs },
      { type: 'citizen-message-received' },
    ]);
    expect(request.unreadMessages).toBe(1);
    expect(mails).toContain('m@m.example');
    const said = (await world.items()).flatMap(({ outbox }) =>
      outbox ? [(outbox as { type: string }).type] : [],
    );
    expect(said.filter((type) => type === 'contact-joined')).toHaveLength(1);
  });

  it('waits for a person when it only may, however sure its department is', async () => {
    const suggested = [{ reference, reasons: ['thread', 'unknown-address'] }];
    expect(await arrived('c-2', { kind: 'suggest', suggested })).toEqual({ next: 'wait' });
    const contact = world.contacts.get('c-2');
    expect(contact?.proposal).toMatchObject({ routed: false, suggested });
    const shown = await suggestionsFor(
      contact ?? aContact('x'),
      anAgent({ roles: ['qualification'] }),
      world.requests.snapshot,
    );
    expect(shown).toMatchObject([{ reference, mayJoin: true, subject: 'Acte de naissance' }]);
    const stranger = anAgent({ roles: ['instructor'], departments: ['voirie'] });
    expect(await suggestionsFor(contact ?? aContact('x'), stranger, world.requests.snapshot)).toMatchObject([
      { subject: '', sender: '', mayJoin: false },
    ]);
    await end();
    const [over] = await suggestionsFor(
      contact ?? aContact('x'),
      anAgent({ roles: ['qualification'] }),
      world.requests.snapshot,
    );
    expect(over).toMatchObject({ state: 'withdrawn', mayJoin: false });
  });

  it('opens alone when it speaks of none', async () => {
    expect(await arrived('c-2', { kind: 'none' })).toEqual({ next: 'open' });
  });

  it('does not join what ended meanwhile', async () => {
    await arrived('c-2', { kind: 'join', reference, proofs: ['thread'] });
    await end();
    await expect(join('c-2')).rejects.toMatchObject({ code: 'already-closed' });
  });

  it('uses a slip once: the second scan of it waits for a person', async () => {
    for (const id of ['c-2', 'c-3'])
      await arrived(id, { kind: 'join', reference, proofs: ['code'], slip: 'ask-1' });
    await join('c-2');
    await expect(join('c-3')).rejects.toMatchObject({ code: 'conflict' });
    await join('c-2');
  });
});

describe('what a machine wrote', () => {
  it('is a quiet line of its request, even one that is over: nothing to read, nobody to answer', async () => {
    await end();
    await arrived(
      'c-2',
      { kind: 'file', reference, proofs: ['thread', 'known-address'] },
      { automatic: true },
    );
    await join('c-2');
    const { request, messages } = await world.requests.load(reference);
    expect((await journal()).at(-1)).toBe('contact-joined');
    expect(request.unreadMessages).toBe(0);
    expect(messages).toEqual([]);
  });

  it('is set aside when it belongs to none, and a person may give it back', async () => {
    expect(await arrived('c-2', { kind: 'none' }, { automatic: true })).toEqual({ next: 'wait' });
    expect(world.contacts.get('c-2')).toMatchObject({ state: 'quarantined', quarantineReason: 'automatic' });
  });

  const reports = async (address: string) => {
    const { messageId } = await world.acknowledge({ reference });
    await world.sendMail({ reference, messageId: messageId ?? '' });
    const report: DeliveryReport = {
      kind: 'delivery',
      messageId: 'ses-0@eu-west-3.amazonses.com',
      recipients: [{ address, action: 'failed', status: '5.1.1' }],
    };
    const reported = { messageId: messageId ?? '' };
    await arrived(
      'c-2',
      { kind: 'file', reference, proofs: ['report'], reported },
      { automatic: true, report },
    );
    await join('c-2');
    await join('c-2');
    expect((await journal()).filter((type) => type === 'message-delivery-failed')).toHaveLength(1);
    return (await world.requests.load(reference)).sender.frozen;
  };

  it('marks the message and the address when it reports that a mail of ours never arrived', async () => {
    expect(await reports('jeanne@example.org')).toEqual({ email: 'jeanne@example.org' });
    expect(await world.suppressions.find('jeanne@example.org')).toMatchObject({ reason: 'bounced' });
    expect((await world.suppressions.page(1)).next).not.toContain('jeanne');
  });

  it('silences nobody else, whoever the report names', async () => {
    expect(await reports('neighbour@example.org')).toBeFalsy();
    expect(await world.suppressions.find('neighbour@example.org')).toBeFalsy();
    expect(await world.suppressions.find('jeanne@example.org')).toBeFalsy();
  });
});
