import { trackingUrlOf } from '../letters/mail.ts';
import { closing, greeting } from '../letters/messages/fr.ts';
import type { Change } from '../requests/append.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import { contentHash, type Hash } from '../requests/journal.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority, Department } from '../settings/authority.ts';

/** What every automatic message needs. */
export type WriteDeps = {
  authority(): Promise<Authority>;
  derivedId(...parts: string[]): string;
  newSalt(): string;
  now(): string;
  hash: Hash;
  publicUrl: string;
};
export type Words = { subject: string; paragraphs: readonly string[] };

/** The office that answers: the department in charge, else the authority itself. */
export const officeOf = (authority: Authority, department: string | null): Department =>
  authority.departments.find(({ code }) => code === department) ?? {
    ...{ code: '', name: authority.name },
    ...authority.contact,
  };

/** An automatic message to the citizen; the same cause always gives the same message. */
export const automatic = async (
  deps: WriteDeps,
  { request, sender }: Pick<Whole, 'request' | 'sender'>,
  cause: string,
  { subject, paragraphs }: Words,
  kind: MessageRecord['kind'] = 'message',
): Promise<MessageRecord> => {
  const authority = await deps.authority();
  const office = officeOf(authority, request.department);
  const signed = `${closing}\n${[office.name, office.postalAddress, office.email, office.phone].join('\n')}`;
  return {
    id: deps.derivedId(request.reference, cause),
    ...({ from: 'authority', author: null, attachments: [], delivery: 'queued' } as const),
    ...{ kind, subject },
    at: deps.now(),
    text: [greeting(sender.name), ...paragraphs, signed].join('\n\n'),
    salt: deps.newSalt(),
  };
};

export const trackingOf = ({ publicUrl }: WriteDeps, reference: string): string =>
  trackingUrlOf(publicUrl, reference);

export const digestOf = ({ hash }: WriteDeps, { salt, subject, text, attachments }: MessageRecord): string =>
  contentHash(salt, { subject, text, attachments }, hash);

/** The record and the news of a message that leaves by itself, outside the machine. */
export const leaving = (
  message: MessageRecord,
  reference: string,
): Required<Pick<Change, 'records' | 'announce'>> => ({
  records: [messageItem(message)],
  announce: [{ type: 'message-queued', detail: { reference, messageId: message.id } }],
});
