import { masked } from '../qualification/extraction/nir.ts';
import { shownText } from '../qualification/shown-text.ts';
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
    text: shownText(text),
    // Place for place in its words: what stands in a tag has letters around it.
    html: mail.html ? masked(await textOf(mail.html)) : '',
    held: documents.flatMap(({ name, held }) => (held ? [{ name, reason: held }] : [])),
  };
}
