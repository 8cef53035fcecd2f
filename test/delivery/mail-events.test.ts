import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import bounced from '../../events/ses-bounce.json' with { type: 'json' };
import transient from '../../events/ses-bounce-transient.json' with { type: 'json' };
import complaint from '../../events/ses-complaint.json' with { type: 'json' };
import delivered from '../../events/ses-delivery.json' with { type: 'json' };
import delayed from '../../events/ses-delivery-delay.json' with { type: 'json' };
import rejected from '../../events/ses-reject.json' with { type: 'json' };
import sent from '../../events/ses-sent.json' with { type: 'json' };
import { MailEvent } from '../../functions/delivery/mail-event.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, doings, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
let does: ReturnType<typeof doings>;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
  does = doings(world);
});
afterAll(() => database.stop());

type Named = { reference: string; messageId: string };
const jeanne = {
  name: 'Jeanne Martin',
  email: 'jeanne@example.org' as string | null,
  phone: '06 39 98 12 34' as string | null,
  address: '3 rue Haute\n99100 Val-Clair' as string | null,
};
const acknowledged = async (change: Partial<typeof jeanne> = {}): Promise<Named> => {
  const contact = aContact('c-1');
  const sender = { ...jeanne, ...change };
  world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
  const { reference } = await world.open({ contactId: 'c-1' });
  return { reference, messageId: (await world.acknowledge({ reference })).messageId ?? '' };
};
const said = (event: object, { reference, messageId }: Named, providerId = 'ses-0') => {
  const copy = structuredClone(event) as { detail: { mail: { messageId: string; tags: object } } };
  copy.detail.mail.messageId = providerId;
  copy.detail.mail.tags = { reference: [reference], message: [messageId] };
  return does.mailEvent(MailEvent.parse(copy));
};
const history = async ({ reference, messageId }: Named) =>
  (await world.messages.read(reference, messageId)).history?.map(
    ({ channel, state }) => `${channel} ${state}`,
  );
const journal = async ({ reference }: Named) =>
  (await world.requests.load(reference)).events.slice(2).map(({ type }) => type);

describe('what the provider says of a mail', () => {
  it('is proof that it left and arrived, each once however often it is said', async () => {
    const named = await acknowledged();
    await world.sendMail(named);
    for (const event of [sent, delivered, sent, delivered]) await said(event, named);
    expect(await history(named)).toEqual(['email sent', 'email delivered']);
    expect(await journal(named)).toEqual(['message-sent', 'message-delivered']);
  });

  it('marks a message whose sender was killed before it could', async () => {
    const named = await acknowledged();
    await world.messages.claim(named.reference, named.messageId, {
      ...{ owner: 'killed', now: '2026-04-02T00:00:00.000Z', until: '2026-04-02T00:00:45.000Z' },
    });
    await said(sent, named, 'ses-9');
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    expect(world.sent).toHaveLength(0);
    expect(await journal(named)).toEqual(['message-sent']);
  });

  it('tells that a mail left even when it comes back before its sender said so', async () => {
    const named = await acknowledged();
    await world.messages.claim(named.reference, named.messageId, {
      ...{ owner: 'slow', now: '2026-04-02T00:00:00.000Z', until: '2026-04-02T00:00:45.000Z' },
    });
    await said(bounced, named, 'ses-9');
    expect(await history(named)).toEqual(['email sent', 'email failed']);
    expect(await journal(named)).toEqual(['message-sent', 'message-delivery-failed']);
    expect(await world.sendMail(named)).toEqual({ outcome: 'sms' });
  });

  it('tells a delay once, and forgets it when the mail arrives', async () => {
    const named = await acknowledged();
    await world.sendMail(named);
    for (const event of [delayed, delayed, delivered, delayed]) await said(event, named);
    expect(await history(named)).toEqual(['email sent', 'email delayed', 'email delivered']);
  });

  it('is only an answering machine when a passing bounce follows the delivery', async () => {
    const named = await acknowledged();
    await world.sendMail(named);
    await said(delivered, named);
    await said(transient, named);
    expect((await world.messages.read(named.reference, named.messageId)).delivery).toBe('sent');
  });
});

describe('a mail that cannot arrive', () => {
  it('goes on by text message when the mailbox stayed full, and the address stays good', async () => {
    const named = await acknowledged();
    await world.sendMail(named);
    await said(transient, named);
    expect(await world.sendMail(named)).toEqual({ outcome: 'sms' });
    expect(await world.sendSms(named)).toEqual({ outcome: 'done' });
    expect(world.texts[0]?.to).toBe('+33639981234');
    expect(world.texts[0]?.text).toContain(named.reference);
    expect(world.texts[0]?.text).not.toMatch(/Martin|naissance/);
    expect((await world.messages.sender(named.reference)).frozen).toBeUndefined();
  });

  it('freezes an address that does not exist: the next message does not try it', async () => {
    const named = await acknowledged({ phone: null });
    await world.sendMail(named);
    await said(bounced, named);
    await said(delivered, named);
    expect((await world.messages.sender(named.reference)).frozen).toEqual({ email: 'jeanne@example.org' });
    expect(await history(named)).toEqual(['email sent', 'email failed']);
    expect(await world.sendMail(named)).toEqual({ outcome: 'letter' });
  });

  it('writes no more to who calls it unwanted, though this one arrived', async () => {
    const named = await acknowledged();
    await world.sendMail(named);
    await said(delivered, named);
    await said(complaint, named);
    expect((await world.messages.read(named.reference, named.messageId)).delivery).toBe('sent');
    expect((await world.messages.sender(named.reference)).frozen).toEqual({ email: 'jeanne@example.org' });
  });

  it('becomes a task once mail, text message and letter have all failed, and says so once', async () => {
    const named = await acknowledged({ address: null });
    await world.sendMail(named);
    await said(rejected, named);
    world.carrier.answer = () => ({ refused: 'InvalidParameter' });
    expect(await world.sendSms(named)).toEqual({ outcome: 'done' });
    await world.sendMail(named);
    const { repair } = await world.requests.snapshot(named.reference);
    expect(repair).toMatchObject({ reason: 'message-failed' });
    expect((await world.messages.read(named.reference, named.messageId)).delivery).toBe('failed');
    expect((await journal(named)).filter((type) => type === 'message-delivery-failed')).toHaveLength(3);
  });
});

describe('an attachment', () => {
  it('is printed behind a letter under the same conditions', async () => {
    const named = await acknowledged({ email: null, phone: null });
    const message = await world.messages.read(named.reference, named.messageId);
    const object = { bucket: 'evidence' as const, key: 'requests/plan.pdf' };
    const file = { id: 'f', name: 'plan.pdf', contentType: 'application/pdf', size: 10, object };
    await world.requests.append(named.reference, { key: 'with-file' }, () => ({
      commands: [{ command: 'note-added', noteId: 'n', contentHash: 'x', by: 'auto' }],
      records: [{ sk: `RECORD#MESSAGE#${message.id}`, message: { ...message, attachments: [file] } }],
    }));
    world.scans.status = undefined;
    await expect(world.writeLetter(named)).rejects.toMatchObject({ name: 'AttachmentPending' });
    world.scans.status = 'THREATS_FOUND';
    expect(await world.writeLetter(named)).toEqual({ outcome: 'done' });
    expect((await world.messages.read(named.reference, named.messageId)).delivery).toBe('failed');
  });

  it('leaves once malware protection found it clean, waits until it has looked, and never when it is infected', async () => {
    const named = await acknowledged();
    const message = await world.messages.read(named.reference, named.messageId);
    const object = { bucket: 'evidence' as const, key: 'requests/plan.pdf' };
    const file = { id: 'f', name: 'plan.pdf', contentType: 'application/pdf', size: 10, object };
    await world.requests.append(named.reference, { key: 'with-file' }, () => ({
      commands: [{ command: 'note-added', noteId: 'n', contentHash: 'x', by: 'auto' }],
      records: [{ sk: `RECORD#MESSAGE#${message.id}`, message: { ...message, attachments: [file] } }],
    }));
    world.scans.status = undefined;
    await expect(world.sendMail(named)).rejects.toMatchObject({ name: 'AttachmentPending' });
    world.scans.status = 'THREATS_FOUND';
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    expect(world.sent).toHaveLength(0);
    expect((await world.requests.snapshot(named.reference)).repair).not.toBeNull();
  });
});
