import { MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import bounced from '../../events/ses-bounce.json' with { type: 'json' };
import { headerName, type Mail, mailer } from '../../functions/delivery/mail.adapter.ts';
import { MailEvent } from '../../functions/delivery/mail-event.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import {
  aContact,
  aKey,
  asAgent,
  doings,
  type RequestWorld,
  requestWorld,
  trackingCode,
} from '../support/request-world.ts';

let database: TestDatabase;
let world: RequestWorld;
let does: ReturnType<typeof doings>;
const none = { headers: undefined, body: undefined };
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  world = await requestWorld(database);
  does = doings(world);
});
afterAll(() => database.stop());

const address = {
  name: 'Jeanne Martin',
  email: 'jeanne@example.org',
  phone: null,
  address: '3 rue Haute\n99100 Val-Clair',
};
const opened = async (
  sender: typeof address | (Omit<typeof address, 'email'> & { email: null }) = address,
) => {
  const contact = aContact('c-1');
  world.contacts.set('c-1', { ...contact, proposal: contact.proposal && { ...contact.proposal, sender } });
  const { reference } = await world.open({ contactId: 'c-1' });
  await does.instruct.assign({ reference });
  return reference;
};
const acknowledged = async (reference: string) => ({
  reference,
  messageId: (await world.acknowledge({ reference })).messageId ?? '',
});
const answered = async (reference: string, uploads: { uploadId: string; name: string }[] = []) => {
  const body = { version: 2, outcome: 'answered' as const, text: 'Bonjour.', uploads };
  await does.answer({ params: { reference }, query: undefined, headers: aKey(), body }, asAgent());
  return { reference, messageId: (await world.requests.load(reference)).request.answer?.messageId ?? '' };
};
const bounceOf = (
  { reference, messageId }: { reference: string; messageId: string },
  change: object = {},
) => {
  const event = structuredClone(bounced) as typeof bounced & {
    detail: { bounce: object; mail: { tags: object } };
  };
  Object.assign(event.detail.bounce, change);
  event.detail.mail.messageId = 'ses-0';
  event.detail.mail.tags = { ...event.detail.mail.tags, reference: [reference], message: [messageId] };
  return MailEvent.parse(event);
};

describe('an answer that leaves', () => {
  it('carries its documents, and closes the request once it has left', async () => {
    const reference = await opened();
    const named = await answered(reference, [{ uploadId: 'u', name: 'acte.pdf' }]);
    expect(await does.instruct.close({ reference })).toMatchObject({ state: 'decided' });
    await world.sendMail(named);
    expect(world.sent[0]?.attachments.map(({ name }) => name)).toEqual(['acte.pdf']);
    expect(await does.instruct.close({ reference })).toMatchObject({ state: 'closed' });
    expect(await does.instruct.close({ reference })).toMatchObject({ state: 'closed' });
  });

  it('gives the address of documents that no mailbox would take', async () => {
    const reference = await opened();
    const named = await answered(reference, [{ uploadId: 'u', name: 'plan.pdf' }]);
    const message = await world.messages.read(reference, named.messageId);
    const large = {
      ...message,
      attachments: message.attachments.map((file) => ({ ...file, size: 8 * 1024 * 1024 })),
    };
    await world.requests.append(reference, { key: 'large' }, () => ({
      commands: [{ command: 'note-added', noteId: 'n', contentHash: 'x', by: 'auto' }],
      records: [{ sk: `RECORD#MESSAGE#${message.id}`, message: large }],
    }));
    await world.sendMail(named);
    expect(world.sent[0]?.attachments).toEqual([]);
    expect(world.sent[0]?.text).toMatch(
      /trop volumineux pour un courriel.*plan\.pdf\nhttp:\/\/127\.0\.0\.1:3150\/suivi/s,
    );
  });
});

describe('a letter', () => {
  it('closes its request when it is posted, not when it waits for the printer', async () => {
    const reference = await opened({ ...address, email: null });
    const named = await answered(reference);
    expect(await world.sendMail(named)).toEqual({ outcome: 'letter' });
    await world.writeLetter(named);
    expect(await does.instruct.close({ reference })).toMatchObject({ state: 'decided' });
    const { letters } = await does.letters({ ...none, params: undefined, query: {} }, asAgent());
    expect(letters).toMatchObject([
      { messageId: named.messageId, recipient: 'Jeanne Martin\n3 RUE HAUTE\n99100 VAL CLAIR' },
    ]);
    const posted = {
      params: { messageId: named.messageId },
      query: undefined,
      headers: undefined,
      body: { reference },
    };
    await does.print(posted, asAgent());
    await does.print(posted, asAgent());
    const { request, events } = await world.requests.load(reference);
    expect(request.state).toBe('closed');
    expect(events.filter(({ type }) => type === 'letter-printed')).toHaveLength(1);
    expect((await does.letters({ ...none, params: undefined, query: {} }, asAgent())).letters).toEqual([]);
  });

  it('is shown and marked by its department only', async () => {
    const reference = await opened({ ...address, email: null });
    const named = await answered(reference);
    await world.writeLetter(named);
    const stranger = asAgent({ departments: ['voirie'] });
    expect((await does.letters({ ...none, params: undefined, query: {} }, stranger)).letters).toEqual([]);
    const posted = {
      params: { messageId: named.messageId },
      query: undefined,
      headers: undefined,
      body: { reference },
    };
    await expect(does.print(posted, stranger)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a mail that comes back', () => {
  it('leaves again as a letter with a new code, once however often it is said', async () => {
    const reference = await opened();
    const named = await acknowledged(reference);
    await world.sendMail(named);
    await does.mailEvent(bounceOf(named));
    await does.mailEvent(bounceOf(named));
    await does.mailEvent(bounceOf(named, { feedbackId: 'another' }));
    expect(await world.sendMail(named)).toEqual({ outcome: 'letter' });
    await world.writeLetter(named);
    expect(world.letters[0]?.text).toContain(trackingCode);
    const { events, request } = await world.requests.load(reference);
    expect(events.filter(({ type }) => type === 'message-delivery-failed')).toHaveLength(1);
    expect(request.acknowledgement?.sentAt).toBeNull();
  });

  it('waits for a person when there is no postal address either', async () => {
    const reference = await opened({ ...address, address: '' });
    const named = await acknowledged(reference);
    await world.sendMail(named);
    await does.mailEvent(bounceOf(named));
    expect((await world.requests.snapshot(reference)).repair).toMatchObject({ reason: 'mail-returned' });
  });

  it("is nobody's work when it is not ours or was erased since", async () => {
    const unknown = { reference: 'VC-2026-000999-X', messageId: 'm' };
    await does.mailEvent(bounceOf(unknown));
    await does.mailEvent(
      MailEvent.parse({ detail: { ...bounced.detail, mail: { messageId: 'x', tags: {} } } }),
    );
    expect(await world.items()).toEqual([]);
  });
});

describe('the provider of mail', () => {
  const ses = mockClient(SESv2Client);
  const send = mailer(new SESv2Client({ region: 'eu-west-3' }), 'tracked', 'eu-west-3');
  const mail: Mail = {
    ...{
      from: { name: 'Val-Clair Communauté', address: 'a@example.org' },
      replyTo: 'r@example.org',
      to: 'b@example.org',
      subject: 'Objet',
      text: 'Texte',
      html: '<p>Texte</p>',
    },
    ...{
      reference: 'VC-2026-000123-W',
      messageId: 'm-1',
      automatic: 'generated',
      headers: [{ name: 'In-Reply-To', value: '<a@b.example>' }],
      availableOn: undefined,
    },
    attachments: [{ name: 'a/b\r\n"c".pdf', contentType: 'application/pdf', bytes: new Uint8Array([1]) }],
  };
  beforeEach(() => ses.reset());

  it('is told the reference, that no machine should answer, and what to call when it comes back', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
    expect(await send(mail)).toEqual({ providerId: 'ses-1', mailId: 'ses-1@eu-west-3.amazonses.com' });
    const { input } = ses.commandCalls(SendEmailCommand)[0]?.args[0] ?? {};
    expect(input?.Content?.Simple?.Headers).toEqual([
      { Name: 'X-Parvis-Reference', Value: 'VC-2026-000123-W' },
      { Name: 'Auto-Submitted', Value: 'auto-generated' },
      { Name: 'In-Reply-To', Value: '<a@b.example>' },
    ]);
    expect(input?.EmailTags).toContainEqual({ Name: 'message', Value: 'm-1' });
    expect(input?.Content?.Simple?.Attachments?.[0]?.FileName).not.toMatch(/[\r\n/"]/);
  });

  it('writes names with accents as headers may hold them', () => {
    expect(headerName('Mairie "du" Lac')).toBe('"Mairie du Lac"');
    const long = headerName(`Communauté ${'é'.repeat(60)}`);
    const words = long.split(' ');
    expect(words.every((word) => word.length <= 75 && /^=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=$/.test(word))).toBe(
      true,
    );
    const read = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
    expect(read).toBe(`Communauté ${'é'.repeat(60)}`);
  });

  it('may refuse an address for good, and fail for now', async () => {
    ses.on(SendEmailCommand).rejectsOnce(new MessageRejected({ message: 'no', $metadata: {} }));
    expect(await send(mail)).toEqual({ refused: 'MessageRejected' });
    ses.on(SendEmailCommand).rejects(new Error('down'));
    await expect(send(mail)).rejects.toThrow('down');
  });
});
