import { oneLine } from '../letters/mail.ts';
import { readEmail } from '../procedures/formats.ts';
import type { Authority } from '../settings/authority.ts';
import type { BusEvent } from '../shared/events.ts';
import type { Contact, ContactDocument, MailNote, MailPart, ObjectRef } from './contact.ts';
import { longestText } from './contact-items.ts';
import { documentOf, type Hold, type KeepDeps, wholeMail } from './mail-document.ts';
import type { ReadMail } from './mail-message.adapter.ts';
import { isAutomatic, isVerifiedSender, quarantineReason, type Receipt, verdictsOf } from './mail-verdict.ts';
import { ownNames } from './own-names.ts';
import { looksLikePhishing } from './phishing.ts';

export type ReceivedMail = {
  mail: { messageId: string; timestamp: string; source: string };
  receipt: Receipt;
};
export type MailDeps = KeepDeps & {
  authority(): Promise<Authority>;
  readRaw(key: string): Promise<Uint8Array>;
  readMail(raw: Uint8Array): ReadMail;
  keepHtml(contactId: string, html: string): Promise<ObjectRef>;
  addContact(
    contact: Contact,
    key: { id: string; hash: string },
    events: BusEvent[],
  ): Promise<{ added: boolean } | undefined>;
  /** The same mail came before: a line for whoever asks why it changed nothing. */
  noteRepeat?(contactId: string, messageId: string): void;
  /** The contact that came with this Message-ID before, when it is another one. */
  claimMessageId(key: string, contactId: string): Promise<string | null>;
  isShared(key: string): Promise<boolean>;
  flagShared(contactId: string): Promise<void>;
  derivedId(...parts: string[]): string;
};

const mostDocuments = 50;
const longestId = 500;
const mostRecipients = 20;

/**
 * Takes in a mail whose raw form SES already kept under `mail/`. The same mail delivered again (Message-ID, sender, subject and
 * content) changes nothing; one with the same Message-ID and another content is another mail, and both are marked.
 */
export const receiveMail =
  (deps: MailDeps) =>
  async ({ mail, receipt }: ReceivedMail): Promise<void> => {
    const evidence: ObjectRef = { bucket: 'evidence', key: `mail/${mail.messageId}` };
    const raw = await deps.readRaw(evidence.key);
    const read = deps.readMail(raw);
    const { name, address } = read.from;
    const once = read.messageId || read.date;
    const id = deps.derivedId('mail', once, address ?? '', read.subject, read.bodyHash);
    const own = ownNames(await deps.authority());
    // DMARC is about the domain of `From`: without one, or with several, nobody knows whom it vouches for.
    const verdicts =
      address && read.from.isOne ? verdictsOf(receipt) : { ...verdictsOf(receipt), dmarc: 'GRAY' };
    const isVerified = isVerifiedSender(verdicts);
    const isPhishing = looksLikePhishing({ ...read, isVerified, isOurs: own.isOurs });
    const reason = quarantineReason(receipt, { ...read, envelopeFrom: mail.source, isPhishing }, own);
    const hold = holdOf(receipt.virusVerdict.status);
    const { documents, notes } = await documentsOf(
      read,
      { evidence, size: raw.length, contactId: id, hold },
      deps,
    );
    const messageKey = read.messageId && deps.derivedId('message-id', read.messageId);
    const other = messageKey ? await deps.claimMessageId(messageKey, id) : null;
    const html = read.html ? await deps.keepHtml(id, read.html) : undefined;
    const part: MailPart = {
      messageId: read.messageId.slice(0, longestId) || null,
      inReplyTo: read.inReplyTo,
      references: read.references,
      recipients: recipientsOf(receipt, read.addressed, own.isOurs),
      verdicts,
      automatic: isAutomatic({ ...read, envelopeFrom: mail.source, from: address }),
      ...(read.report ? { report: read.report } : {}),
      ...(notes.length > 0 ? { notes } : {}),
      ...(html ? { html } : {}),
      ...(other ? { sharesMessageId: true } : {}),
    };
    const contact: Contact = {
      id,
      channel: 'mail',
      receivedAt: new Date(mail.timestamp).toISOString(),
      state: reason ? 'quarantined' : 'received',
      version: 1,
      evidence: [evidence, ...documents.filter((one) => one.id !== 'mail').map(({ original }) => original)],
      sender: {
        name: oneLine((name ?? '').toWellFormed()) || null,
        // Without `From` the envelope says who sent it, and no domain vouches for that.
        email: replyAddress(address ?? mail.source),
        phone: null,
        address: null,
      },
      subject: oneLine(read.subject.toWellFormed().replace(/\s+/g, ' ')),
      text: read.text.replaceAll('\0', '').toWellFormed(),
      documents,
      mail: part,
      ...(reason ? { quarantineReason: reason } : {}),
    };
    const event = { type: 'contact-received', detail: { contactId: id, channel: 'mail' } } as const;
    const kept = await deps.addContact(
      contact,
      { id: `mail#${id}`, hash: read.bodyHash },
      reason ? [] : [event],
    );
    if (kept?.added === false) deps.noteRepeat?.(id, mail.messageId);
    if (other) await deps.flagShared(other);
    // The other one may have come while this one was not there yet to be marked.
    else if (messageKey && (await deps.isShared(messageKey))) await deps.flagShared(id);
  };

/** What could not be looked at is not clean. */
const holdOf = (virus: string): Hold =>
  virus === 'PASS' ? undefined : virus === 'FAIL' ? 'infected' : 'unscannable';

/** One address we may write to: a list, or what only resembles an address, would carry the answer to strangers. */
const replyAddress = (address: string): string | null =>
  address && !/\s/.test(address) ? (readEmail(address.toLowerCase()) ?? null) : null;

const recipientsOf = (
  { recipients }: Receipt,
  addressed: string[],
  isOurs: (address: string) => boolean,
): string[] =>
  [...new Set([...recipients.map((one) => one.toLowerCase()), ...addressed.filter(isOurs)])]
    .map((one) => one.slice(0, 320))
    .slice(0, mostRecipients);

type Place = { evidence: ObjectRef; size: number; contactId: string; hold: Hold };
/** The files of a mail, as many as a contact holds; the mail itself when one of them, or of its words, was left out. */
async function documentsOf(
  { files, notes, text }: ReadMail,
  { evidence, size, contactId, hold }: Place,
  deps: KeepDeps,
): Promise<{ documents: ContactDocument[]; notes: MailNote[] }> {
  const documents: ContactDocument[] = [];
  for (const [at, file] of files.slice(0, mostDocuments).entries())
    documents.push(await documentOf(file, { contactId, at: at + 1, hold }, deps));
  const isLong = text.length > longestText && !notes.includes('cut');
  const all: MailNote[] = [
    ...notes,
    ...(isLong ? (['cut'] as const) : []),
    ...(files.length > mostDocuments ? (['more-attachments'] as const) : []),
  ];
  return {
    documents: all.length > 0 ? [...documents, wholeMail(evidence, size, hold)] : documents,
    notes: all,
  };
}
