import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import arrived from '../../events/sns-sms-delivered.json' with { type: 'json' };
import failed from '../../events/sns-sms-failed.json' with { type: 'json' };
import { logLines } from '../../functions/delivery/log-lines.adapter.ts';
import { takeTextStatus } from '../../functions/delivery/take-text-status.ts';
import { TextStatus } from '../../functions/delivery/text-status.ts';
import { textTable } from '../../functions/sms/text-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
});
afterAll(() => database.stop());

const address = '3 rue Haute\n99100 Val-Clair';
const texted = async () => {
  const contact = aContact('c-1');
  const sender = { name: 'Jeanne Martin', email: null, phone: '06 39 98 00 12', address };
  world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
  const { reference } = await world.open({ contactId: 'c-1' });
  const messageId = (await world.acknowledge({ reference })).messageId ?? '';
  await world.sendSms({ reference, messageId });
  return { reference, messageId };
};
const say = (event: object, providerResponse?: string, providerId = 'sns-0') => {
  const status = TextStatus.parse(event);
  const delivery = { ...status.delivery, ...(providerResponse ? { providerResponse } : {}) };
  return takeTextStatus({
    messages: world.messages,
    requests: world.requests,
    sentText: textTable(world.db, world.name).sentText,
    noticeLost: textTable(world.db, world.name).announceLost,
    now: () => '2026-04-02T11:00:00.000Z',
    newTrackingCode: () => 'NEWCO-DE123',
    hashTrackingCode: (code) => `hash of ${code}`,
  })({ ...status, delivery, notification: { messageId: providerId } });
};
type Named = { reference: string; messageId: string };
const states = async ({ reference, messageId }: Named) =>
  (await world.messages.read(reference, messageId)).history?.map(
    ({ channel, state }) => `${channel} ${state}`,
  );

describe('what a carrier says of a text', () => {
  it('is proof that it arrived, once', async () => {
    const named = await texted();
    for (let time = 0; time < 3; time++) await say(arrived);
    expect(await states(named)).toEqual(['sms sent', 'sms delivered']);
    await say(failed);
    expect(await states(named)).toEqual(['sms sent', 'sms delivered']);
  });

  it('sends the message another way when the telephone was not there, and may try it again one day', async () => {
    const named = await texted();
    for (let time = 0; time < 2; time++) await say(failed);
    expect(await states(named)).toEqual(['sms sent', 'sms failed']);
    expect(await world.sendSms(named)).toEqual({ outcome: 'letter' });
    expect((await world.messages.sender(named.reference)).frozen).toBeUndefined();
    expect(await world.messages.read(named.reference, named.messageId)).toMatchObject({
      ...{ delivery: 'queued', trackingCode: 'NEWCO-DE123' },
    });
    expect(await world.items()).toContainEqual(
      expect.objectContaining({ tracking: { hash: 'hash of NEWCO-DE123' } }),
    );
  });

  it('spares a number that does not exist', async () => {
    const named = await texted();
    await say(failed, 'Invalid phone number');
    expect((await world.messages.sender(named.reference)).frozen?.phone).toBe('+33639980012');
  });

  it('is told to whoever sent word of something that is no request', async () => {
    const carried = {
      reference: 'mandat-m-1',
      messageId: 'begun',
      isNotice: true,
      at: '2026-04-02T10:00:00.000Z',
    } as const;
    await textTable(world.db, world.name).keepSent(failed.delivery.destination, 'sns-7', carried);
    const announced = async () =>
      (await world.items()).flatMap(({ outbox }) =>
        (outbox as { type?: string })?.type === 'notice-lost' ? [outbox] : [],
      );
    await say(arrived, undefined, 'sns-7');
    expect(await announced()).toEqual([]);
    await say(failed, undefined, 'sns-7');
    const detail = { reference: 'mandat-m-1', messageId: 'begun', providerId: 'sns-7' };
    expect(await announced()).toEqual([{ type: 'notice-lost', detail }]);
  });

  it('counts for nothing when the text was not ours', async () => {
    const named = await texted();
    await say(failed, undefined, 'of-somebody-else');
    expect(await states(named)).toEqual(['sms sent']);
  });

  it('waits for the sender that was slower than the telephone', async () => {
    const { reference, messageId } = await texted();
    const message = await world.messages.read(reference, messageId);
    await world.requests.append(reference, { key: 'back' }, () => ({
      commands: [],
      repair: { reason: 'message-failed', at: '2026-04-02T00:00:00.000Z' },
      records: [
        { sk: `RECORD#MESSAGE#${messageId}`, message: { ...message, delivery: 'sending', history: [] } },
      ],
    }));
    await expect(say(arrived)).rejects.toMatchObject({ name: 'MessageHeld' });
  });
});

describe('the log that CloudWatch hands over', () => {
  const packed = (batch: object) => ({
    awslogs: { data: gzipSync(JSON.stringify(batch)).toString('base64') },
  });
  it('is unpacked line by line, control messages left out', () => {
    const logEvents = ['one', '{"two":2}'].map((message) => ({ id: '1', timestamp: 1, message }));
    expect(logLines(packed({ messageType: 'DATA_MESSAGE', logEvents }))).toEqual(['one', { two: 2 }]);
    expect(logLines(packed({ messageType: 'CONTROL_MESSAGE', logEvents }))).toEqual([]);
  });
});
