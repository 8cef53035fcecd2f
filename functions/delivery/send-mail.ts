import type { ObjectRef, Sender } from '../intake/contact.ts';
import { mailOf, trackingUrlOf } from '../letters/mail.ts';
import { attachmentsTooLarge } from '../letters/messages/fr.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import type { Mail, Sent } from './mail.adapter.ts';

export type SendDeps = {
  messages: Pick<MessageTable, 'claim' | 'read' | 'replaceHeld'>;
  requests: Pick<RequestTable, 'append'>;
  sender(reference: string): Promise<Sender>;
  authority(): Promise<Authority>;
  bytes(file: ObjectRef): Promise<Uint8Array>;
  send(mail: Mail): Promise<Sent>;
  lease(): { owner: string; now: string; until: string };
  publicUrl: string;
};
export type Named = { reference: string; messageId: string };
/** `letter`: no mail can reach this person. `done`: it has left, now or before. */
export type Outcome = { outcome: 'letter' | 'done' };

/** Somebody else is sending it, or was killed while sending: the machine tries again once the lease has run out. */
export class MessageHeld extends Error {
  override name = 'MessageHeld';
}

/** Many mailboxes refuse more than ten megabytes once encoded. */
const largestAttachments = 7 * 1024 * 1024;

/** Who answers the mail is heard: the address in the domain it comes from, else the first that is received. */
const replyTo = ({ mail }: Authority): string => {
  const domain = mail.from.split('@')[1];
  return mail.inbound.find((one) => one.endsWith(`@${domain}`)) ?? mail.inbound[0] ?? mail.from;
};

const mailFrom = async (
  deps: SendDeps,
  reference: string,
  message: MessageRecord,
  to: string,
): Promise<Mail> => {
  const authority = await deps.authority();
  const trackingUrl = trackingUrlOf(deps.publicUrl, reference, message.trackingCode);
  const isTooLarge = message.attachments.reduce((sum, { size }) => sum + size, 0) > largestAttachments;
  const files = isTooLarge ? [] : message.attachments;
  const names = message.attachments.map(({ name }) => name);
  const text = message.text.replaceAll(trackingCodePlace, message.trackingCode ?? '');
  const whole = isTooLarge ? `${text}\n\n${attachmentsTooLarge(names, trackingUrl)}` : text;
  const content = mailOf({
    authority,
    reference,
    subject: `[${reference}] ${message.subject}`,
    text: whole,
    trackingUrl,
  });
  const attachments = await Promise.all(
    files.map(async ({ name, contentType, object }) => ({
      name,
      contentType,
      bytes: await deps.bytes(object),
    })),
  );
  const from = { name: authority.name, address: authority.mail.from };
  return { ...content, from, replyTo: replyTo(authority), to, reference, messageId: message.id, attachments };
};

/** What remains of a message once it has left: neither lease nor code. */
const released = ({ leaseOwner: _o, leaseUntil: _u, ...message }: MessageRecord): MessageRecord => message;
const left = ({ trackingCode: _code, ...message }: MessageRecord): MessageRecord => ({
  ...released(message),
  delivery: 'sent',
});

/**
 * Sends a message by mail, once: claimed under a lease, sent, then marked with the journal in one transaction. Killed between
 * sending and marking it is sent a second time, never a third without another kill.
 */
export const sendMail =
  (deps: SendDeps) =>
  async ({ reference, messageId }: Named): Promise<Outcome> => {
    const { messages, requests } = deps;
    const { email } = await deps.sender(reference);
    const before = await messages.read(reference, messageId);
    if (before.delivery !== 'queued' && before.delivery !== 'sending') return { outcome: 'done' };
    if (!email || before.mailFailed) return { outcome: 'letter' };
    const lease = deps.lease();
    const message = await messages.claim(reference, messageId, lease);
    if (!message) throw new MessageHeld(messageId);
    const sent = await deps.send(await mailFrom(deps, reference, message, email));
    const isRefused = 'refused' in sent;
    const after: MessageRecord = isRefused
      ? { ...released(message), delivery: 'queued', mailFailed: true }
      : left(message);
    const only = [messages.replaceHeld(reference, lease.owner, after)];
    await requests.append(reference, { key: `mail-${lease.owner}`, only }, async () => {
      const held = await messages.read(reference, messageId);
      if (held.leaseOwner !== lease.owner) return { commands: [] };
      return {
        repair: isRefused ? undefined : null,
        commands: [
          isRefused
            ? { command: 'message-delivery-failed', messageId, reason: sent.refused }
            : { command: 'message-sent', messageId, channel: 'email', providerId: sent.providerId },
        ],
      };
    });
    return { outcome: isRefused ? 'letter' : 'done' };
  };
