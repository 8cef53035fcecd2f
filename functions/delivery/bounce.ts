import * as z from 'zod';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { recipientOf } from './write-letter.ts';

/** What SES says of a mail that came back; tags are those it was sent with. */
export const Bounce = z.object({
  detail: z.object({
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string().default(''),
      feedbackId: z.string(),
    }),
    mail: z.object({
      messageId: z.string(),
      tags: z.object({
        reference: z.array(z.string()).default([]),
        message: z.array(z.string()).default([]),
      }),
    }),
  }),
});
export type Bounce = z.infer<typeof Bounce>;

type Deps = {
  messages: Pick<MessageTable, 'find' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  now(): string;
  newTrackingCode(): string;
  hashTrackingCode(code: string): string;
};

/**
 * A mail that will never arrive: the journal says so and the message leaves again as a letter; without postal address a
 * person is asked to find one. A tracking code that was in the mail is lost with it: the letter brings a new one. A mail that is not ours, or was
 * erased since, is nobody's work. Mailboxes that are only full are tried again by SES itself. Said twice, it counts once.
 */
export const takeBounce =
  ({ messages, requests, now, newTrackingCode, hashTrackingCode }: Deps) =>
  async ({ detail: { bounce, mail } }: Bounce): Promise<void> => {
    const [reference] = mail.tags.reference;
    const [messageId] = mail.tags.message;
    if (bounce.bounceType !== 'Permanent' || !reference || !messageId) return;
    const [message, sender] = await Promise.all([
      messages.find(reference, messageId),
      messages.sender(reference),
    ]);
    if (!message || message.mailFailed) return;
    const { leaseOwner: _o, leaseUntil: _u, ...kept } = message;
    const code = message.text.includes(trackingCodePlace) ? newTrackingCode() : undefined;
    const after: MessageRecord = { ...kept, delivery: 'queued', mailFailed: true, trackingCode: code };
    const tracking = code
      ? [{ sk: 'RECORD#TRACKING', tracking: { hash: hashTrackingCode(code) } } as const]
      : [];
    await requests.append(reference, { key: `bounce-${bounce.feedbackId}` }, () => ({
      commands: [{ command: 'message-delivery-failed', messageId, reason: bounce.bounceSubType || 'bounce' }],
      records: [messageItem(after), ...tracking],
      announce: [{ type: 'message-queued', detail: { reference, messageId } }],
      repair: recipientOf(sender).length > 0 ? undefined : { reason: 'mail-returned', at: now() },
    }));
  };
