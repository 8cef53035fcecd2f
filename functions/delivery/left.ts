import type { Attempt, MessageRecord } from '../requests/records.ts';
import type { Command } from '../requests/request.ts';
import { mustBeProven } from './channel.ts';

export type Left = {
  channel: 'email' | 'sms';
  providerId: string;
  at: string;
  /** Set when only word left, of a message that can be read in the portal from this day. */
  availableOn?: string | undefined;
  /** Of a text message. */
  parts?: number | undefined;
};
type Change = { message: MessageRecord; commands: Command[] };

const withoutLease = ({ leaseOwner: _o, leaseUntil: _u, ...message }: MessageRecord): MessageRecord =>
  message;
const withoutCode = ({ trackingCode: _code, ...message }: MessageRecord): MessageRecord => message;

export const noted = (message: MessageRecord, ...attempts: Attempt[]): MessageRecord => ({
  ...message,
  history: [...(message.history ?? []), ...attempts],
});
/** Free to be taken by whoever sends it next. */
export const queuedAgain = (message: MessageRecord, attempt: Attempt): MessageRecord =>
  noted({ ...withoutLease(message), delivery: 'queued' }, attempt);

/**
 * A message once it has left, and what the journal says: neither lease nor code remains. A text message about a decision
 * proves nothing: the message goes on to the next channel.
 */
export const leaves = (
  before: MessageRecord,
  { channel, providerId, at, availableOn, parts }: Left,
): Change => {
  const { id: messageId } = before;
  const attempt: Attempt = { channel, at, state: 'sent', providerId, ...(parts ? { parts } : {}) };
  const notice: Command = { command: 'notice-sent', messageId, channel, providerId };
  if (availableOn) {
    const available: Attempt = { channel: 'portal', at, state: 'available', providerId: null };
    return {
      message: noted(
        { ...withoutCode(withoutLease(before)), delivery: 'available', availableOn },
        available,
        { ...attempt, reason: 'notice' },
      ),
      commands: [{ command: 'message-made-available', messageId, on: availableOn }, notice],
    };
  }
  if (channel === 'sms' && mustBeProven(before))
    return { message: queuedAgain(before, { ...attempt, reason: 'notice' }), commands: [notice] };
  return {
    message: noted({ ...withoutCode(withoutLease(before)), delivery: 'sent' }, attempt),
    commands: [{ command: 'message-sent', messageId, channel, providerId }],
  };
};
