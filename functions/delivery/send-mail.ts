import type { ObjectRef } from '../intake/contact.ts';
import type { PrintedCode } from '../letters/letter.ts';
import { mailOf, trackingUrlOf } from '../letters/mail.ts';
import { attachmentsTooLarge } from '../letters/messages/fr.ts';
import type { LetterQr } from '../letters/qr.ts';
import { type MessageRecord, type SenderRecord, trackingCodePlace } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import { threadHeaders } from '../threading/mail-id.ts';
import { replyAddress, type Sign } from '../threading/reply-address.ts';
import { asideOf, pageIn } from './aside.ts';
import { infected, type ScanDeps } from './infected.ts';
import type { Mail } from './mail.adapter.ts';
import { portalNotice, yourOpinion } from './messages/fr.ts';
import { type Named, type Outcome, type Sent, type StoreDeps, sendBy, type Transmission } from './send.ts';

export type SendDeps = StoreDeps &
  ScanDeps & {
    bytes(file: ObjectRef): Promise<Uint8Array>;
    department(reference: string): Promise<string | null>;
    send(mail: Mail): Promise<Sent>;
    replySign(): Promise<Sign>;
    codeOf(thing: LetterQr): Promise<PrintedCode>;
    /** By which whoever reads an answer says what they think of it; null when the address may be anybody's. */
    answerCode(reference: string, messageId: string): Promise<string | null>;
    /** The request for documents that waits for its person, `null` when none does. */
    awaiting(reference: string): Promise<string | null>;
    /** Message-IDs of the request's conversation, oldest first. */
    conversation(reference: string): Promise<string[]>;
    /** Whether the address is on the list of those that are written to no more. */
    isSuppressed(address: string): Promise<boolean>;
    /** One more mail that no person wrote, to this address on this day; answers how many that makes. */
    countMail(address: string, on: string): Promise<number>;
    publicUrl: string;
  };

/** Many mailboxes refuse more than ten megabytes once encoded. */
const largestAttachments = 7 * 1024 * 1024;

/** More mails in a day than any procedure writes by itself: something turns in circles, and the person is spared it. */
const mostAutomatic = 20;

/** Who answers the mail is heard: the address in the domain it comes from, else the first that is received. */
const inboundOf = ({ mail }: Authority): string => {
  const domain = mail.from.split('@')[1];
  return mail.inbound.find((one) => one.endsWith(`@${domain}`)) ?? mail.inbound[0] ?? mail.from;
};

type Written = { subject: string; text: string; files: MessageRecord['attachments'] };

const awaitingOf = async (deps: SendDeps, reference: string, { kind }: MessageRecord) =>
  kind === 'message' ? deps.awaiting(reference) : null;

const messageItself = async (
  deps: SendDeps,
  { reference, message }: Transmission,
): Promise<Written & { trackingUrl: string }> => {
  const isOwn = !message.to && !message.isUnverified;
  const isAnswer = message.kind === 'answer';
  const about = !isOwn ? null : isAnswer ? message.id : await awaitingOf(deps, reference, message);
  const code = about ? await deps.answerCode(reference, about) : null;
  const trackingUrl = trackingUrlOf(deps.publicUrl, reference, message.trackingCode ?? code ?? undefined);
  const isTooLarge = message.attachments.reduce((sum, { size }) => sum + size, 0) > largestAttachments;
  const names = message.attachments.map(({ name }) => name);
  const plain = trackingUrlOf(deps.publicUrl, reference);
  // What says where to send documents leads there without a number to type.
  const words = message.text
    .replaceAll(trackingCodePlace, message.trackingCode ?? '')
    .replaceAll(plain, (found, at, all: string) =>
      code && all[at + found.length] !== '#' ? trackingUrl : found,
    );
  const text = code && isAnswer ? `${words}\n\n${yourOpinion(trackingUrl)}` : words;
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
  const written = await (availableOn ? wordOfIt(deps, given) : messageItself(deps, given));
  // Whoever may not be the person, and another administration, holds nothing of the request.
  const isTold = !message.to && !message.isUnverified;
  const code = isTold ? await deps.codeOf({ kind: 'letter', reference, id: message.id }) : null;
  const { text, trackingUrl } = written;
  const aside = asideOf(given, pageIn(person.language, trackingUrl, deps.publicUrl));
  const content = mailOf({
    ...{ authority, reference, text, trackingUrl, aside, code: code?.short },
    subject: `[${reference}] ${written.subject}`,
  });
  const attachments = await Promise.all(
    written.files.map(async ({ name, contentType, object }) => ({
      ...{ name, contentType },
      bytes: await deps.bytes(object),
    })),
  );
  const from = { name: authority.name, address: authority.mail.from };
  const replyTo = replyAddress(inboundOf(authority), reference, await deps.replySign());
  // Another administration takes no part in the citizen's conversation.
  const mails = message.to ? [] : await deps.conversation(reference);
  return {
    ...content,
    ...{ from, to: person.email ?? '', replyTo, reference, attachments },
    messageId: message.id,
    automatic: message.kind === 'acknowledgement' ? 'replied' : 'generated',
    headers: threadHeaders(mails),
    availableOn,
  };
};

/**
 * What no person wrote leaves at most so many times a day to one address; more waits for a person, who sends it all the same.
 * Acknowledgements have limits of their own (automatic-answers.ts).
 */
const tooMany = async (
  deps: SendDeps,
  message: MessageRecord,
  { email }: SenderRecord,
): Promise<string | null> => {
  const isOurs = message.author === null && message.kind !== 'acknowledgement';
  if (!isOurs || !email || message.history?.some(({ state }) => state === 'resent')) return null;
  const { timeZone } = await deps.authority();
  const on = deps.dayIn(timeZone, deps.lease().now);
  return (await deps.countMail(email, on)) > mostAutomatic ? 'daily-limit' : null;
};

/** Sends a message by mail, or word of it when the person reads decisions in the portal. */
export const sendMail = (deps: SendDeps): ((named: Named) => Promise<Outcome>) =>
  sendBy(deps, {
    channel: 'email',
    obstacle: async (message, person) =>
      (await infected(deps, message)) ?? (await tooMany(deps, message, person)),
    transmit: async (given) => {
      const { email } = given.person;
      if (email && (await deps.isSuppressed(email))) return { refused: 'suppressed' };
      return deps.send(await mailFrom(deps, given));
    },
  });
