import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstBroken } from '../../functions/requests/journal.ts';
import { isTrackingCode, sha256 } from '../../functions/requests/secrets.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, type RequestWorld, requestWorld, trackingCode } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
});
afterAll(() => database.stop());

describe('the way of a request', () => {
  it('opens one request for a contact, however often and by however many it is asked', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, () => world.open({ contactId: 'c-1' })));
    const references = new Set(opened.map(({ reference }) => reference));
    expect(references.size).toBe(1);
    const items = await world.items();
    expect(items.filter(({ sk }) => sk === 'SNAPSHOT')).toHaveLength(1);
    expect(items.filter(({ sk }) => String(sk).startsWith('OUTBOX#'))).toHaveLength(1);
  });

  it('keeps names and texts out of the journal, and the journal whole', async () => {
    const { reference } = await world.open({ contactId: 'c-1' });
    await world.acknowledge({ reference });
    const { events, content } = await world.requests.load(reference);
    expect(firstBroken(events, sha256)).toBeNull();
    expect(content.text).toBe('Je voudrais un acte de naissance.');
    expect(JSON.stringify(events)).not.toMatch(/Jeanne|Martin|acte de naissance/);
  });

  it('keeps the reference promised on the confirmation page, and its code', async () => {
    const form = {
      procedure: 'x',
      revision: 1,
      answers: {},
      reference: 'VC-2026-000123-W',
      trackingHash: 'scrypt.a.b',
    };
    world.contacts.set('c-2', aContact('c-2', { channel: 'form', form }));
    expect(await world.open({ contactId: 'c-2' })).toEqual({ reference: 'VC-2026-000123-W' });
    expect((await world.requests.load('VC-2026-000123-W')).trackingHash).toBe('scrypt.a.b');
  });

  it('sends the acknowledgement once, with what the law wants and the code that opens the tracking page', async () => {
    const { reference } = await world.open({ contactId: 'c-1' });
    const { messageId } = await world.acknowledge({ reference });
    expect((await world.acknowledge({ reference })).messageId).toBe(messageId);
    const named = { reference, messageId: messageId ?? '' };
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    expect(world.sent).toHaveLength(1);
    expect((await world.acknowledge({ reference })).messageId).toBeNull();

    const [mail] = world.sent;
    for (const words of [
      '2 avril 2026',
      reference,
      'décision implicite de rejet',
      '2 juin 2026',
      'Sous réserve',
      'Clermoulins',
      trackingCode,
    ])
      expect(mail?.text).toContain(words);
    const { messages, request, trackingHash } = await world.requests.load(reference);
    expect(request.acknowledgement?.sentAt).not.toBeNull();
    expect(messages[0]).toMatchObject({ delivery: 'sent' });
    expect(JSON.stringify(await world.items())).not.toContain(trackingCode);
    expect(isTrackingCode(trackingCode, trackingHash ?? '')).toBe(true);
  });

  it('sends a second time only after a kill between sending and marking, once the lease has run out', async () => {
    const { reference } = await world.open({ contactId: 'c-1' });
    const { messageId } = await world.acknowledge({ reference });
    const named = { reference, messageId: messageId ?? '' };
    world.post.answer = () => {
      throw new Error('killed');
    };
    await expect(world.sendMail(named)).rejects.toThrow('killed');
    world.post.answer = () => ({ providerId: 'ses-1' });
    await expect(world.sendMail(named)).rejects.toMatchObject({ name: 'MessageHeld' });
    world.leases.start = 46_000;
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    expect(world.sent).toHaveLength(1);
  });

  it('lets nobody mark a message whose lease another has taken', async () => {
    const { reference } = await world.open({ contactId: 'c-1' });
    const { messageId } = await world.acknowledge({ reference });
    const named = { reference, messageId: messageId ?? '' };
    const slow = await world.messages.claim(named.reference, named.messageId, {
      owner: 'slow',
      now: '2026-04-02T00:00:00.000Z',
      until: '2026-04-02T00:00:10.000Z',
    });
    world.leases.start = 60_000;
    expect(await world.sendMail(named)).toEqual({ outcome: 'done' });
    if (!slow) throw new Error('not claimed');
    const late = world.messages.replaceHeld(reference, 'slow', { ...slow, delivery: 'failed' });
    await expect(
      world.requests.append(reference, { key: 'late', only: [late] }, () => ({
        commands: [{ command: 'message-delivery-failed', messageId: named.messageId, reason: 'late' }],
      })),
    ).rejects.toThrow();
    expect((await world.messages.read(reference, named.messageId)).delivery).toBe('sent');
  });

  it('writes a letter to print to who has no mail address, or refused mail', async () => {
    const sender = { name: 'Paul Renaud', email: null, phone: null, address: '3 rue Haute\n99100 Val-Clair' };
    const contact = aContact('c-3', { channel: 'scan' });
    world.contacts.set('c-3', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
    const { reference } = await world.open({ contactId: 'c-3' });
    const named = { reference, messageId: (await world.acknowledge({ reference })).messageId ?? '' };
    expect(await world.sendMail(named)).toEqual({ outcome: 'letter' });
    expect(await world.writeLetter(named)).toEqual({ outcome: 'done' });
    expect(await world.writeLetter(named)).toEqual({ outcome: 'done' });
    expect(world.letters).toHaveLength(1);
    expect(world.letters[0]?.recipient).toEqual(['Paul Renaud', '3 RUE HAUTE', '99100 VAL CLAIR']);
    const { letters } = await world.messages.lettersToPrint(10);
    expect(letters.map(({ message }) => [message.id, message.delivery])).toEqual([
      [named.messageId, 'to-print'],
    ]);
    expect((await world.requests.load(reference)).request.acknowledgement?.sentAt).toBeNull();
  });

  it('goes to paper when the provider refuses the address for good', async () => {
    const contact = aContact('c-1');
    const sender = { ...contact.sender, address: '3 rue Haute\n99100 Val-Clair' };
    world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
    const { reference } = await world.open({ contactId: 'c-1' });
    const named = { reference, messageId: (await world.acknowledge({ reference })).messageId ?? '' };
    world.post.answer = () => ({ refused: 'MessageRejected' });
    expect(await world.sendMail(named)).toEqual({ outcome: 'letter' });
    expect(await world.writeLetter(named)).toEqual({ outcome: 'done' });
    expect((await world.requests.load(reference)).events.map(({ type }) => type)).toEqual([
      'request-opened',
      'acknowledgement-queued',
      'message-delivery-failed',
      'message-sent',
    ]);
  });

  it('gives a first receipt while no department is known, and the whole one afterwards', async () => {
    const contact = aContact('c-4', { proposal: undefined });
    world.contacts.set('c-4', contact);
    const { reference } = await world.open({ contactId: 'c-4' });
    const first = await world.acknowledge({ reference });
    await world.sendMail({ reference, messageId: first.messageId ?? '' });
    world.contacts.set('c-4', aContact('c-4'));
    await world.open({ contactId: 'c-4', by: 'agent:claire' });
    const second = await world.acknowledge({ reference });
    await world.sendMail({ reference, messageId: second.messageId ?? '' });
    expect(world.sent.map(({ text }) => text.includes('implicite'))).toEqual([false, true]);
    const { request } = await world.requests.load(reference);
    expect(request).toMatchObject({ department: 'etat-civil', acknowledgement: { kind: 'are' } });
  });
});
