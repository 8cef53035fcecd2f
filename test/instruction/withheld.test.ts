import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailPart } from '../../functions/intake/contact.ts';
import { acknowledgementDebt } from '../../functions/requests/ack-debt.ts';
import { groupOf } from '../../functions/requests/items.ts';
import { mailKey } from '../../functions/threading/mail-id.ts';
import { threadTable } from '../../functions/threading/thread-table.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { aContact, doings, type RequestWorld, requestWorld } from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
});
afterAll(() => database.stop());

const start = Date.UTC(2026, 3, 2, 8);
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const pass = { spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
const mailed = async (id: string, change: Partial<MailPart> = {}, by?: string): Promise<string> => {
  const mail: MailPart = {
    ...{ messageId: `${id}@m.example`, inReplyTo: [], references: [], recipients: [], automatic: false },
    ...{ verdicts: pass, ...change },
  };
  const contact = aContact(id, { mail });
  world.contacts.set(id, contact);
  const { reference } = await world.open({ contactId: id });
  await world.acknowledge({ reference, by });
  return reference;
};
const whole = (reference: string) => world.requests.load(reference);
const types = async (reference: string) => (await whole(reference)).events.map(({ type }) => type);

describe('an automatic answer to a mail', () => {
  it('is kept back from the fourth of a day: a debt, a task before all others, an alarm, and it can still leave', async () => {
    const references: string[] = [];
    for (const minute of [0, 10, 20, 30]) {
      world.clock.at = at(minute);
      references.push(await mailed(`c-${minute}`));
    }
    const last = references[3] ?? '';
    expect(await types(references[2] ?? '')).toContain('acknowledgement-queued');
    expect(await types(last)).toEqual(['request-opened', 'acknowledgement-withheld']);
    const { request, repair } = await whole(last);
    expect(repair).toMatchObject({ reason: 'acknowledgement-withheld' });
    expect(groupOf({ request, repair })).toBe('in-progress');
    expect(acknowledgementDebt(request)).toBe('missing');
    expect(world.alerts).toEqual([
      { code: 'acknowledgement-withheld', reference: last, reason: 'address-day' },
    ]);

    world.clock.at = at(23 * 60);
    expect(await world.acknowledge({ reference: last })).toMatchObject({ withheld: { until: at(24 * 60) } });
    expect(world.alerts).toHaveLength(1);
    world.clock.at = at(24 * 60 + 1);
    expect((await world.acknowledge({ reference: last })).messageId).not.toBeNull();
    expect((await whole(last)).repair).toBeNull();
  });

  it('leaves at once when an agent says so', async () => {
    world.clock.at = at(0);
    for (const index of [1, 2, 3]) await mailed(`c-${index}`);
    const last = await mailed('c-4');
    await world.acknowledge({ reference: last, by: 'agent:claire' });
    expect(await types(last)).toContain('acknowledgement-queued');
    expect((await whole(last)).repair).toBeNull();
  });

  it('leaves once an hour in one conversation, whoever writes in it', async () => {
    world.clock.at = at(0);
    const thread = { references: ['root@m.example'] };
    await mailed('c-1', thread);
    const second = await mailed('c-2', thread);
    expect((await whole(second)).repair?.reason).toBe('acknowledgement-withheld');
  });

  it('says nothing personal to an address that nobody proved to be theirs', async () => {
    const reference = await mailed('c-1', { verdicts: { spf: 'PASS', dkim: 'GRAY', dmarc: 'GRAY' } });
    const { messages, trackingHash } = await whole(reference);
    const { subject = '', text = '' } = messages[0] ?? {};
    for (const personal of ['Jeanne', 'Martin', 'Acte de naissance', 'naissance'])
      expect(`${subject} ${text}`).not.toContain(personal);
    expect(text).toContain(reference);
    expect(text).toContain('/suivi');
    expect(trackingHash).toBeNull();
  });

  it('does not leave to an address that its own domain disowns: a person sees it', async () => {
    const reference = await mailed('c-1', { verdicts: { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' } });
    expect(await types(reference)).toEqual(['request-opened', 'acknowledgement-withheld']);
    world.clock.at = at(30 * 24 * 60);
    expect(await world.acknowledge({ reference })).toMatchObject({ withheld: { until: null } });
  });

  it('is not counted for forms: a person filled them in', async () => {
    for (const index of [1, 2, 3, 4, 5]) {
      const form = { procedure: 'x', revision: 1, answers: {}, trackingHash: 'h' };
      const reference = await world.requests.nextReference('VC', 2026);
      world.contacts.set(
        `f-${index}`,
        aContact(`f-${index}`, { channel: 'form', form: { ...form, reference } }),
      );
      await world.open({ contactId: `f-${index}` });
      expect((await world.acknowledge({ reference })).messageId).not.toBeNull();
    }
  });
});

describe('what leaves can be answered', () => {
  it('to a signed address, under the mail it answers, and is found again by its Message-ID', async () => {
    const reference = await mailed('c-1');
    const { messages } = await whole(reference);
    await world.sendMail({ reference, messageId: messages[0]?.id ?? '' });
    const [mail] = world.sent;
    expect(mail?.replyTo).toMatch(/^reponse\+VC-2026-000001-P\.[0-9a-f]{20}@demarches\.val-clair\.example$/);
    expect(mail?.headers).toEqual([
      { name: 'In-Reply-To', value: '<c-1@m.example>' },
      { name: 'References', value: '<c-1@m.example>' },
    ]);
    expect(mail?.automatic).toBe('replied');
    const found = await threadTable(world.db, world.name).find(
      ['c-1@m.example', 'ses-0@eu-west-3.amazonses.com', 'unknown@m.example'].map(mailKey),
    );
    expect([...found]).toEqual([
      ['c-1@m.example', { requests: [reference], messageId: null }],
      ['ses-0', { requests: [reference], messageId: messages[0]?.id }],
    ]);
  });

  it('two requests may claim one Message-ID: neither takes it from the other', async () => {
    const one = await mailed('c-1', { messageId: 'same@m.example' });
    const two = await mailed('c-2', { messageId: 'same@m.example' });
    const found = await threadTable(world.db, world.name).find(['same@m.example']);
    expect(found.get('same@m.example')?.requests).toEqual([one, two].sort());
  });
});

describe('an address that gave a mail back for good', () => {
  it('is written to by no request, until somebody takes it off the list', async () => {
    const reference = await mailed('c-1');
    const { messages } = await whole(reference);
    const add = world.suppressions.add({
      ...{ address: 'Jeanne@example.org', reason: 'bounced', detail: 'x', at: at(0), reference },
    });
    await world.requests.append(reference, { key: 'k', only: [add] }, () => ({
      commands: [{ command: 'note-added', noteId: 'n', contentHash: 'h', by: 'auto' }],
    }));
    const named = { reference, messageId: messages[0]?.id ?? '' };
    await world.sendMail(named);
    expect(world.sent).toEqual([]);
    const { history } = await world.messages.read(reference, named.messageId);
    expect(history).toMatchObject([{ channel: 'email', state: 'failed', reason: 'suppressed' }]);
    await world.suppressions.lift('jeanne@example.org', { by: 'agent:claire', at: at(1), reason: 'works' });
    expect((await world.suppressions.page(10)).suppressions).toMatchObject([{ lifted: { reason: 'works' } }]);
    const other = await mailed('c-2');
    const message = (await whole(other)).messages[0];
    expect(await world.sendMail({ reference: other, messageId: message?.id ?? '' })).toEqual({
      outcome: 'done',
    });
  });

  it('is put on the list by the bounce itself', async () => {
    const reference = await mailed('c-1');
    const { messages } = await whole(reference);
    const messageId = messages[0]?.id ?? '';
    await world.sendMail({ reference, messageId });
    await doings(world).mailEvent({
      region: 'eu-west-3',
      detail: {
        eventType: 'Bounce',
        bounce: { bounceType: 'Permanent', bounceSubType: 'General', feedbackId: 'f' },
        mail: {
          messageId: 'ses-0',
          destination: ['jeanne@example.org'],
          tags: { reference: [reference], message: [messageId], available: [] },
        },
      },
    });
    expect(await world.suppressions.find('JEANNE@example.org')).toMatchObject({
      reason: 'bounced',
      reference,
    });
  });
});
