import type { Change } from '../requests/append.ts';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import {
  type Attempt,
  addresseeOf,
  type MessageRecord,
  type SenderRecord,
  trackingCodePlace,
} from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { SentText } from '../sms/text.ts';
import { nextStop, roundOf } from './channel.ts';
import { noted, queuedAgain } from './left.ts';
import { mobileOf } from './phone.ts';
import { MessageHeld, newsOf, repaired, whyFailed } from './send.ts';
import { failureOf, type TextStatus } from './text-status.ts';

/** Bus event `notice-lost`. */
export type NoticeLost = { reference: string; messageId: string; providerId: string };
export type TextStatusDeps = {
  messages: Pick<MessageTable, 'find' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  /** Which message a text carried; null when it is none of ours. */
  sentText(number: string, providerId: string): Promise<SentText | null>;
  /** Announces what did not arrive to whoever told it: it was word of no request. */
  noticeLost(lost: NoticeLost): Promise<void>;
  now(): string;
  newTrackingCode(): string;
  hashTrackingCode(code: string): string;
};

/** Still news: it left by this text, and nothing was said of it yet. */
const isNews = (message: MessageRecord, providerId: string): boolean => {
  const mine = roundOf(message).filter((attempt) => attempt.providerId === providerId);
  return mine.length > 0 && mine.every(({ state }) => state === 'sent');
};

/** The next way takes over, with a tracking code made anew, unless the text only told of what goes by another way already. */
const lost = (
  deps: TextStatusDeps,
  message: MessageRecord,
  person: SenderRecord,
  failed: Attempt & { reason: string },
  { reference, isDead }: { reference: string; isDead: boolean },
): Change => {
  const command = {
    command: 'message-delivery-failed',
    messageId: message.id,
    reason: failed.reason,
  } as const;
  const phone = mobileOf(person.phone);
  const frozen =
    isDead && phone
      ? [{ sk: 'RECORD#SENDER', sender: { ...person, frozen: { ...person.frozen, phone } } } as const]
      : [];
  const stood = message.delivery === 'sent' || message.delivery === 'available';
  if (!stood) return { commands: [command], records: [messageItem(noted(message, failed)), ...frozen] };
  const code = message.text.includes(trackingCodePlace) ? deps.newTrackingCode() : undefined;
  const after = { ...queuedAgain(message, failed), availableOn: undefined, trackingCode: code };
  const tracking = code
    ? [{ sk: 'RECORD#TRACKING', tracking: { hash: deps.hashTrackingCode(code) } } as const]
    : [];
  const isOver = nextStop(after, addresseeOf(after, frozen[0]?.sender ?? person)) === 'nobody';
  return {
    commands: [command],
    records: [messageItem(isOver ? { ...after, delivery: 'failed' } : after), ...frozen, ...tracking],
    announce: isOver ? [] : [{ type: 'message-queued', detail: { reference, messageId: message.id } }],
    repair: isOver ? { reason: whyFailed(after), at: failed.at } : undefined,
  };
};

/** What became of a text is proof in the journal, or the next channel's work; said twice it counts once. */
export const takeTextStatus =
  (deps: TextStatusDeps) =>
  async (status: TextStatus): Promise<void> => {
    const { messageId: providerId } = status.notification;
    const sent = await deps.sentText(status.delivery.destination, providerId);
    if (!sent) return;
    const { reference, messageId } = sent;
    if (sent.isNotice)
      return status.status === 'FAILURE' ? deps.noticeLost({ reference, messageId, providerId }) : undefined;
    const at = deps.now();
    const key = `sms-${status.status.toLowerCase()}-${providerId}`;
    await deps.requests.append(reference, { key }, async (current) => {
      const message = await deps.messages.find(reference, messageId);
      if (!message) return { commands: [] };
      const isMarked = message.history?.some((attempt) => attempt.providerId === providerId);
      // Its sender has not written down that it left: said again later.
      if (message.delivery === 'sending' && !isMarked) throw new MessageHeld(messageId);
      if (!isNews(message, providerId)) return { commands: [] };
      const attempt = { channel: 'sms', at, providerId } as const;
      if (status.status === 'SUCCESS')
        return {
          commands: [{ command: 'message-delivered', messageId, providerId }],
          records: [messageItem(noted(message, { ...attempt, state: 'delivered' }))],
          announce: newsOf(message, reference),
          repair: repaired(current),
        };
      const { reason, isDead } = failureOf(status);
      const person = await deps.messages.sender(reference);
      return lost(deps, message, person, { ...attempt, state: 'failed', reason }, { reference, isDead });
    });
  };
