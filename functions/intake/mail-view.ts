import type { Contact, ObjectRef } from './contact.ts';
import type { MailView } from './mail-api.ts';
import { isVerifiedSender } from './mail-verdict.ts';

/** @param textOf what an object holds; null for a contact that came another way */
export async function mailView(
  contact: Contact,
  textOf: (object: ObjectRef) => Promise<string>,
): Promise<MailView | null> {
  const { mail, sender, text, documents } = contact;
  if (!mail) return null;
  const isForged = mail.verdicts.dmarc === 'FAIL';
  return {
    name: sender.name,
    email: sender.email,
    recipients: mail.recipients,
    sender: isVerifiedSender(mail.verdicts) ? 'verified' : isForged ? 'forged' : 'unverified',
    automatic: mail.automatic,
    sharesMessageId: mail.sharesMessageId ?? false,
    notes: mail.notes ?? [],
    text,
    html: mail.html ? await textOf(mail.html) : '',
    held: documents.flatMap(({ name, held }) => (held ? [{ name, reason: held }] : [])),
  };
}
