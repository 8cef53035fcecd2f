import type { Snapshot } from '../requests/items.ts';
import { messageItem, type RecordItem, type RepairReason } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import { addresseeOf, type MessageRecord, type SenderRecord } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import { isByPortal, nextStop, roundOf, type Stop } from './channel.ts';
import { leaves, queuedAgain } from './left.ts';
import { mobileOf } from './phone.ts';

export type Named = { reference: string; messageId: string };
/** Channel that the machine tries next; `done`: it has left, now or before, or a person was asked to find a way. */
export type Outcome = { outcome: Exclude<Stop, 'nobody'> | 'done' };
/** Sent, with the provider's id and for a mail its Message-ID, or refused for good: the address will never take it. */
export type Sent =
  | { providerId: string; mailId?: string; parts?: number }
  /** `spared`: we chose not to send it this way; the address itself is none the worse. */
  | { refused: string; spared?: true };

export type StoreDeps = {
  messages: Pick<MessageTable, 'claim' | 'read' | 'replaceHeld' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  authority(): Promise<Authority>;
  dayIn(zone: string, instant: string): string;
  lease(): { owner: string; now: string; until: string };
};
export type Transmission = Named & {
  message: MessageRecord;
  person: SenderRecord;
  authority: Authority;
  /** When its lease began. */
  at: string;
  /** Only word of it leaves: it waits in the portal since this day. */
  availableOn: string | undefined;
};
type Way = {
  channel: 'email' | 'sms';
  /** Why it must not leave as it stands; null when it may. */
  obstacle?(message: MessageRecord, person: SenderRecord): Promise<string | null>;
  transmit(given: Transmission): Promise<Sent>;
};

/** Somebody else is sending it, or was killed while sending: the machine tries again once the lease has run out. */
export class MessageHeld extends Error {
  override name = 'MessageHeld';
}

export const isUnderWay = ({ delivery }: Pick<MessageRecord, 'delivery'>): boolean =>
  delivery === 'queued' || delivery === 'sending';

const aboutDelivery: readonly RepairReason[] = [
  'acknowledgement-failed',
  'answer-failed',
  'message-failed',
  'mail-returned',
  'acknowledgement-withheld',
];
/** What was asked of a person because nothing reached is done once something does. */
export const repaired = (current: Snapshot | null): null | undefined =>
  current?.repair && aboutDelivery.includes(current.repair.reason) ? null : undefined;
/** The instruction may be waiting for a decision to arrive. */
export const newsOf = ({ kind }: MessageRecord, reference: string) =>
  kind === 'answer' ? [{ type: 'request-changed', detail: { reference } } as const] : [];

/** No way is left: the message waits for a person, and a task says so on the board. */
export const giveUp = async (
  { messages, requests }: Pick<StoreDeps, 'requests'> & { messages: Pick<MessageTable, 'read'> },
  { reference, messageId }: Named,
  reason: string,
  at: string,
): Promise<void> => {
  const before = await messages.read(reference, messageId);
  const key = `gave-up-${messageId}-${before.history?.length ?? 0}`;
  await requests.append(reference, { key }, async () => {
    const message = await messages.read(reference, messageId);
    if (message.delivery !== 'queued') return { commands: [] };
    return {
      commands: [{ command: 'message-delivery-failed', messageId, reason }],
      records: [messageItem({ ...message, delivery: 'failed' })],
      repair: { reason: whyFailed(message), at },
    };
  });
};
export const whyFailed = (message: MessageRecord): RepairReason =>
  roundOf(message).every(({ channel }) => channel === 'email') ? 'mail-returned' : 'message-failed';

/** A number that its carrier refuses is written to no more; why SES refuses a mail says nothing of the mailbox. */
const frozen = (channel: Way['channel'], person: SenderRecord): RecordItem[] => {
  const phone = channel === 'sms' ? mobileOf(person.phone) : null;
  if (!phone) return [];
  return [{ sk: 'RECORD#SENDER', sender: { ...person, frozen: { ...person.frozen, phone } } }];
};

/**
 * Sends a message by one channel, once: claimed under a lease, sent, then marked with the journal in one transaction.
 * Killed between sending and marking it is sent a second time, unless the provider's own word of it comes first.
 */
export const sendBy =
  (deps: StoreDeps, { channel, obstacle, transmit }: Way) =>
  async ({ reference, messageId }: Named): Promise<Outcome> => {
    const { messages, requests } = deps;
    const named = { reference, messageId };
    const [citizen, before] = await Promise.all([
      messages.sender(reference),
      messages.read(reference, messageId),
    ]);
    const person = addresseeOf(before, citizen);
    if (!isUnderWay(before)) return { outcome: 'done' };
    const go = async (stop: Stop): Promise<Outcome> => {
      if (stop !== 'nobody') return { outcome: stop };
      await giveUp(deps, named, 'no-channel', deps.lease().now);
      return { outcome: 'done' };
    };
    const stop = nextStop(before, person);
    if (stop !== channel) return go(stop);
    const hindrance = (await obstacle?.(before, person)) ?? null;
    const lease = deps.lease();
    if (hindrance) {
      await giveUp(deps, named, hindrance, lease.now);
      return { outcome: 'done' };
    }
    const message = await messages.claim(reference, messageId, lease);
    if (!message || nextStop(message, person) !== channel) throw new MessageHeld(messageId);
    const authority = await deps.authority();
    const availableOn = isByPortal(message, person) ? deps.dayIn(authority.timeZone, lease.now) : undefined;
    const sent = await transmit({ ...named, message, person, authority, availableOn, at: lease.now });
    const at = lease.now;
    const isRefused = 'refused' in sent;
    const after = isRefused
      ? {
          message: queuedAgain(message, {
            ...{ channel, at, providerId: null, reason: sent.refused },
            state: 'failed',
          }),
          commands: [{ command: 'message-delivery-failed', messageId, reason: sent.refused } as const],
        }
      : leaves(message, { channel, at, providerId: sent.providerId, availableOn, parts: sent.parts });
    const only = [messages.replaceHeld(reference, lease.owner, after.message)];
    await requests.append(reference, { key: `${channel}-${lease.owner}`, only }, async (current) => {
      const held = await messages.read(reference, messageId);
      if (held.leaseOwner !== lease.owner) return { commands: [] };
      const { commands } = after;
      return 'refused' in sent
        ? { commands, records: sent.spared ? [] : frozen(channel, person) }
        : {
            ...{ commands, repair: repaired(current), announce: newsOf(message, reference) },
            mails: sent.mailId ? [{ id: sent.mailId, messageId }] : [],
          };
    });
    return isUnderWay(after.message) ? go(nextStop(after.message, person)) : { outcome: 'done' };
  };
