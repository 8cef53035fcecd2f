import type { ObjectRef } from '../intake/contact.ts';
import { mailOf, trackingUrlOf } from '../letters/mail.ts';
import { attachmentsTooLarge } from '../letters/messages/fr.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import { infected, type ScanDeps } from './infected.ts';
import type { Mail } from './mail.adapter.ts';
import { portalNotice } from './messages/fr.ts';
import { type Named, type Outcome, type Sent, type StoreDeps, sendBy, type Transmission } from './send.ts';

export type SendDeps = StoreDeps &
  ScanDeps & {
    bytes(file: ObjectRef): Promise<Uint8Array>;
    department(reference: string): Promise<string | null>;
    send(mail: Mail): Promise<Sent>;
    publicUrl: string;
  };

/** Many mailboxes refuse more than ten megabytes once encoded. */
const largestAttachments = 7 * 1024 * 1024;

/** Who answers the mail is heard: the address in the domain it comes from, else the first that is received. */
const replyTo = ({ mail }: Authority): string => {
  const domain = mail.from.split('@')[1];
  return mail.inbound.find((one) => one.endsWith(`@${domain}`)) ?? mail.inbound[0] ?? mail.from;
};

type Written = { subject: string; text: string; files: MessageRecord['attachments'] };

const messageItself = (
  deps: SendDeps,
  { reference, message }: Transmission,
): Written & { trackingUrl: string } => {
  const trackingUrl = trackingUrlOf(deps.publicUrl, reference, message.trackingCode);
  const isTooLarge = message.attachments.reduce((sum, { size }) => sum + size, 0) > largestAttachments;
  const names = message.attachments.map(({ name }) => name);
  const text = message.text.replaceAll(trackingCodePlace, message.trackingCode ?? '');
  return {
    trackingUrl,
    subject: message.subject,
    text: isTooLarge ? `${text}\n\n${attachmentsTooLarge(names, trackingUrl)}` : text,
    files: isTooLarge ? [] : message.attachments,
  };
};

/** What waits in the portal is not in the mail: neither its subject nor its words. */
const wordOfIt = async (
  deps: SendDeps,
  { reference, authority, person, availableOn = '' }: Transmission,
): Promise<Written & { trackingUrl: string }> => {
  const code = await deps.department(reference);
  const office = authority.departments.find((one) => one.code === code);
  const trackingUrl = trackingUrlOf(deps.publicUrl, reference);
  return {
    trackingUrl,
    subject: portalNotice.subject,
    text: portalNotice.text({
      ...{ availableOn, name: person.name, url: trackingUrl },
      authority: authority.name,
      office: office ?? { ...authority.contact, name: authority.name },
    }),
    files: [],
  };
};

const mailFrom = async (deps: SendDeps, given: Transmission): Promise<Mail> => {
  const { authority, reference, message, person, availableOn } = given;
  const written = availableOn ? await wordOfIt(deps, given) : messageItself(deps, given);
  const content = mailOf({
    ...{ authority, reference, text: written.text, trackingUrl: written.trackingUrl },
    subject: `[${reference}] ${written.subject}`,
  });
  const attachments = await Promise.all(
    written.files.map(async ({ name, contentType, object }) => ({
      ...{ name, contentType },
      bytes: await deps.bytes(object),
    })),
  );
  const from = { name: authority.name, address: authority.mail.from };
  return {
    ...content,
    ...{ from, to: person.email ?? '', replyTo: replyTo(authority), reference, attachments },
    messageId: message.id,
    isAutomatic: message.author === null,
    availableOn,
  };
};

/** Sends a message by mail, or word of it when the person reads decisions in the portal. */
export const sendMail = (deps: SendDeps): ((named: Named) => Promise<Outcome>) =>
  sendBy(deps, {
    channel: 'email',
    obstacle: (message) => infected(deps, message),
    transmit: async (given) => deps.send(await mailFrom(deps, given)),
  });
