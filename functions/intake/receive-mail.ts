import { oneLine } from '../letters/mail.ts';
import { readEmail } from '../procedures/formats.ts';
import type { Authority } from '../settings/authority.ts';
import type { BusEvent } from '../shared/events.ts';
import type { Contact, ContactDocument, ObjectRef } from './contact.ts';
import type { FileKind } from './file-kind.ts';
import type { MailAttachment, ReadMail } from './mail-message.adapter.ts';
import { quarantineReason, type Receipt } from './mail-verdict.ts';
import { safeName } from './safe-name.ts';

export type ReceivedMail = {
  mail: { messageId: string; timestamp: string; source: string };
  receipt: Receipt;
};
export type MailDeps = {
  authority(): Promise<Authority>;
  readRaw(key: string): Promise<Uint8Array>;
  readMail(raw: Uint8Array): Promise<ReadMail>;
  sniff(name: string, bytes: Uint8Array): Promise<FileKind>;
  keepEvidence(key: string, bytes: Uint8Array, contentType: string): Promise<ObjectRef>;
  addContact(contact: Contact, key: { id: string; hash: string }, events: BusEvent[]): Promise<unknown>;
  derivedId(...parts: string[]): string;
};

/**
 * Takes in a mail whose raw form SES already kept under `mail/`. The same mail delivered again (Message-ID, sender,
 * subject and content) changes nothing; one with the same Message-ID and another content is another mail.
 */
export const receiveMail =
  (deps: MailDeps) =>
  async ({ mail, receipt }: ReceivedMail): Promise<void> => {
    const evidence: ObjectRef = { bucket: 'evidence', key: `mail/${mail.messageId}` };
    const raw = await deps.readRaw(evidence.key);
    const read = await deps.readMail(raw);
    const { name, address } = read.from;
    const id = deps.derivedId('mail', read.messageId, address ?? '', read.subject, read.bodyHash);
    const { mail: own } = await deps.authority();
    const reason = quarantineReason(receipt, {
      headers: read.headers,
      envelopeFrom: mail.source,
      from: address,
      ours: [own.from, ...own.inbound].map((one) => one.toLowerCase()),
    });
    const isInfected = receipt.virusVerdict.status !== 'PASS';
    const documents = read.isReadable
      ? await Promise.all(
          read.attachments.map((attachment, at) =>
            documentOf(attachment, { id, at: at + 1, isInfected }, deps),
          ),
        )
      : [unreadable(evidence, raw.length, isInfected)];
    const contact: Contact = {
      id,
      channel: 'mail',
      receivedAt: new Date(mail.timestamp).toISOString(),
      state: reason ? 'quarantined' : 'received',
      version: 1,
      evidence: [evidence, ...documents.map(({ original }) => original)],
      sender: { name: oneLine(name ?? '') || null, email: replyAddress(address), phone: null, address: null },
      subject: oneLine(read.subject.replace(/\s+/g, ' ')),
      text: read.text,
      documents,
      ...(reason ? { quarantineReason: reason } : {}),
    };
    const event = { type: 'contact-received', detail: { contactId: id, channel: 'mail' } } as const;
    await deps.addContact(contact, { id: `mail#${id}`, hash: read.bodyHash }, reason ? [] : [event]);
  };

/** One address we may write to: a list, or what only resembles an address, would carry the answer to strangers. */
const replyAddress = (address: string | null): string | null =>
  address && !/\s/.test(address) ? (readEmail(address) ?? null) : null;

type Place = { id: string; at: number; isInfected: boolean };
async function documentOf(
  { name, bytes }: MailAttachment,
  place: Place,
  deps: MailDeps,
): Promise<ContactDocument> {
  const kind = await deps.sniff(name, bytes);
  const contentType = 'contentType' in kind ? kind.contentType : 'application/octet-stream';
  const original = await deps.keepEvidence(`mail-attachments/${place.id}/${place.at}`, bytes, contentType);
  const held = place.isInfected ? 'infected' : kind.kind === 'executable' ? 'unscannable' : 'pending';
  const id = `attachment-${place.at}`;
  return { id, name: safeName(name), contentType, size: bytes.length, original, pages: [], held };
}

/** A mail nobody could take apart is given whole: a person reads what a program could not. */
const unreadable = (original: ObjectRef, size: number, isInfected: boolean): ContactDocument => ({
  id: 'mail',
  name: 'message.eml',
  contentType: 'message/rfc822',
  size,
  original,
  pages: [],
  held: isInfected ? 'infected' : 'pending',
});
