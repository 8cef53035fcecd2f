import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import sample from '../../events/sns-sms-in.json' with { type: 'json' };
import { contactTable } from '../../functions/intake/contact-table.adapter.ts';
import { derivedId } from '../../functions/requests/secrets.adapter.ts';
import { type ReceivedSms, receiveSms } from '../../functions/sms/receive-sms.ts';
import { isOptedOut, mostADay } from '../../functions/sms/text.ts';
import { textTable } from '../../functions/sms/text-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
let evidence: { key: string; body: string }[];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
  evidence = [];
});
afterAll(() => database.stop());

const number = '+33639980012';
const texts = () => textTable(world.db, world.name);
const receive = (change: Partial<ReceivedSms> = {}, now = '2026-04-02T10:00:00.000Z') =>
  receiveSms({
    ...contactTable(world.db, world.name),
    keepEvidence: async (key, body) => {
      evidence.push({ key, body });
      return { bucket: 'evidence', key };
    },
    isKnown: async (key) => (await contactTable(world.db, world.name).readKey(key)) !== undefined,
    command: texts().command,
    derivedId,
    now: () => now,
  })({ ...sample, ...change });
const contacts = async () => (await world.items()).filter(({ sk }) => sk === 'CONTACT');
const announced = async () =>
  (await world.items()).flatMap(({ sk, outbox }) =>
    String(sk).startsWith('OUTBOX#') && (outbox as { type: string }).type === 'contact-received' ? [sk] : [],
  );

describe('a text that comes in', () => {
  it('keeps its evidence as it came, and becomes one contact however often it is said', async () => {
    for (let time = 0; time < 3; time++) await receive();
    expect(evidence).toHaveLength(1);
    expect(JSON.parse(evidence[0]?.body ?? '')).toEqual(sample);
    expect(await contacts()).toMatchObject([
      { channel: 'sms', state: 'received', sender: { phone: number }, sms: { from: number } },
    ]);
    expect(await announced()).toHaveLength(1);
  });

  it('with the same words in another message is another contact', async () => {
    await receive();
    await receive({ inboundMessageId: 'another' });
    expect(await contacts()).toHaveLength(2);
  });

  it('that is empty, enormous, hostile or from a short number is still registered', async () => {
    const bodies = ['', 'é'.repeat(20_000), '\u0000\u202egnp.exe\n<script>', '\ud800 moitié'];
    for (const [at, messageBody] of bodies.entries())
      await receive({ messageBody, originationNumber: '36180', inboundMessageId: `odd-${at}` });
    const found = await contacts();
    expect(found).toHaveLength(bodies.length);
    for (const { subject } of found) expect(String(subject)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('a number that wants no more texts', () => {
  it('is kept with its date, starts nothing, and the same text said again undoes no later word', async () => {
    const stop = { messageBody: 'STOP', inboundMessageId: 'stop-1' };
    await receive(stop);
    expect(await texts().optOut(number)).toMatchObject({ by: 'citizen', at: '2026-04-02T10:00:00.000Z' });
    expect(await announced()).toEqual([]);
    expect(await contacts()).toMatchObject([{ sms: { command: 'stop' } }]);
    await texts().lift(number, { by: 'agent:a', at: '2026-04-03T00:00:00.000Z', reason: 'au guichet' });
    await receive(stop);
    expect(isOptedOut(await texts().optOut(number))).toBe(false);
    await receive({ messageBody: 'stop', inboundMessageId: 'stop-2' });
    expect(isOptedOut(await texts().optOut(number))).toBe(true);
    await receive({ messageBody: 'START', inboundMessageId: 'start-1' });
    expect(await texts().optOut(number)).toMatchObject({ lifted: { by: 'citizen' } });
    expect((await texts().page(10)).optOuts).toHaveLength(1);
    expect((await texts().page(1)).next ?? '').not.toContain(number);
  });

  it('may ask for texts that it never refused', async () => {
    await receive({ messageBody: 'START', inboundMessageId: 'start-2' });
    expect(await texts().optOut(number)).toBeNull();
  });
});

describe('a text that leaves', () => {
  const queued = async (change: object = {}) => {
    const contact = aContact('c-1');
    const sender = {
      name: 'Jeanne Martin',
      email: null,
      phone: '06 39 98 00 12',
      address: '3 rue Haute\n99100 Val-Clair',
    };
    world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
    const { reference } = await world.open({ contactId: 'c-1' });
    const messageId = (await world.acknowledge({ reference })).messageId ?? '';
    const message = await world.messages.read(reference, messageId);
    await world.requests.append(reference, { key: 'mend' }, async () => ({
      commands: [],
      repair: { reason: 'message-failed', at: '2026-04-02T00:00:00.000Z' },
      records: [{ sk: `RECORD#MESSAGE#${messageId}`, message: { ...message, ...change } }],
    }));
    return { reference, messageId };
  };
  const last = async ({ reference, messageId }: { reference: string; messageId: string }) =>
    (await world.messages.read(reference, messageId)).history?.at(-1);

  it('bears the name, and asks for no answer when none is awaited', async () => {
    const named = await queued();
    expect(await world.sendSms(named)).toEqual({ outcome: 'done' });
    expect(world.texts).toMatchObject([{ to: number, sender: 'ValClair' }]);
    expect(await last(named)).toMatchObject({ channel: 'sms', state: 'sent', parts: 1 });
    expect((await texts().ofNumber(number)).requests).toEqual([named.reference]);
  });

  it('comes from the number with a code when an answer is awaited', async () => {
    const named = await queued({ kind: 'message', awaitsReply: true });
    await world.sendSms(named);
    const { awaited } = await texts().ofNumber(number);
    expect(awaited).toMatchObject([{ reference: named.reference, messageId: named.messageId }]);
    expect(world.texts).toMatchObject([{ number: '+33639980036' }]);
    expect(world.texts[0]?.text).toContain(`commencez par ${awaited[0]?.code}.`);
  });

  it('goes another way to who refused, and the number is good again once that is taken back', async () => {
    await receive({ messageBody: 'Arrêt', inboundMessageId: 's' });
    const named = await queued();
    expect(await world.sendSms(named)).toEqual({ outcome: 'letter' });
    expect(await last(named)).toMatchObject({ state: 'failed', reason: 'opted-out' });
    expect((await world.messages.sender(named.reference)).frozen?.phone).toBeUndefined();
    expect(world.texts).toEqual([]);
  });

  it('goes another way once a number has had its share of the day', async () => {
    const named = await queued();
    for (let time = 0; time < mostADay; time++) await texts().count(number, '2026-04-02');
    expect(await world.sendSms(named)).toEqual({ outcome: 'letter' });
    expect(await last(named)).toMatchObject({ reason: 'daily-limit' });
  });

  it('goes another way when its carrier does not know the number, which is then written to no more', async () => {
    world.carrier.answer = () => ({ refused: 'InvalidParameter' });
    const named = await queued();
    expect(await world.sendSms(named)).toEqual({ outcome: 'letter' });
    expect((await world.messages.sender(named.reference)).frozen?.phone).toBe(number);
  });
});

it('gives a code to one text of a number only', async () => {
  const awaited = {
    code: 'K482',
    reference: 'VC-2026-000123-W',
    messageId: 'm',
    at: '2026-04-02',
    until: '2026-06-01',
  };
  expect(await texts().keepCode(number, awaited)).toBe(true);
  expect(await texts().keepCode(number, { ...awaited, messageId: 'n' })).toBe(false);
  expect(await texts().keepCode('+33639980013', awaited)).toBe(true);
});
