import type { Sender } from '../intake/contact.ts';
import type { LetterGiven } from '../letters/letter-pdf.adapter.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import { MessageHeld, type Named, type Outcome } from './send-mail.ts';

export type LetterDeps = {
  messages: Pick<MessageTable, 'claim' | 'read' | 'replaceHeld' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  authority(): Promise<Authority>;
  draw(letter: LetterGiven): Promise<Uint8Array>;
  write(key: string, pdf: Uint8Array, about: Record<string, string>): Promise<void>;
  dayIn(zone: string, instant: string): string;
  lease(): { owner: string; now: string; until: string };
};

/** Lines of name and address for the window of the envelope; empty when no address is known. */
export const recipientOf = ({ name, address }: Sender): string[] =>
  address ? [...(name ? [name] : []), ...address.split('\n').map((line) => line.trim())].filter(Boolean) : [];

const letterKey = (reference: string, messageId: string): string => `letters/${reference}/${messageId}.pdf`;

/** Makes the letter of a message, once, and puts it among those that wait for the printer. */
export const writeLetter =
  (deps: LetterDeps) =>
  async ({ reference, messageId }: Named): Promise<Outcome> => {
    const { messages, requests } = deps;
    const before = await messages.read(reference, messageId);
    if (before.delivery !== 'queued' && before.delivery !== 'sending') return { outcome: 'done' };
    const lease = deps.lease();
    const message = await messages.claim(reference, messageId, lease);
    if (!message) throw new MessageHeld(messageId);
    const [authority, sender] = await Promise.all([deps.authority(), messages.sender(reference)]);
    const recipient = recipientOf(sender);
    const key = letterKey(reference, messageId);
    const text = message.text.replaceAll(trackingCodePlace, message.trackingCode ?? '');
    const enclosures = message.attachments.map(({ name }) => name);
    const day = deps.dayIn(authority.timeZone, lease.now);
    const drawn = await deps.draw({
      authority,
      reference,
      subject: message.subject,
      text,
      recipient,
      day,
      enclosures,
    });
    await deps.write(key, drawn, {
      reference,
      message: messageId,
      to: recipient.join(', '),
      subject: message.subject,
    });
    const { leaseOwner: _o, leaseUntil: _u, trackingCode: _c, ...kept } = message;
    const after: MessageRecord = {
      ...kept,
      delivery: 'to-print',
      letterKey: key,
      queuedAt: lease.now,
      recipient: recipient.join('\n') || (sender.name ?? ''),
    };
    const only = [messages.replaceHeld(reference, lease.owner, after)];
    await requests.append(reference, { key: `letter-${lease.owner}`, only }, async () => {
      const held = await messages.read(reference, messageId);
      if (held.leaseOwner !== lease.owner) return { commands: [] };
      return { commands: [{ command: 'message-sent', messageId, channel: 'letter', providerId: null }] };
    });
    return { outcome: 'done' };
  };
