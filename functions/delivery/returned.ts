import type { LetterQr } from '../letters/qr.ts';
import { isOf } from '../letters/qr.ts';
import type { Change } from '../requests/append.ts';
import { messageItem, type RecordItem } from '../requests/items.ts';
import { addresseeOf, type MessageRecord, type SenderRecord } from '../requests/records.ts';
import { nextStop, roundOf } from './channel.ts';
import { noted, queuedAgain } from './left.ts';

export type ReturnReason = 'unknown-address' | 'inaccessible' | 'refused' | 'unclaimed';
/** A letter nobody fetched or wanted was presented at the right door: its address is good and it was notified there. */
const addressIsWrong: readonly ReturnReason[] = ['unknown-address', 'inaccessible'];

const wasPosted = ({ history = [] }: MessageRecord): boolean =>
  history.some(({ channel, state }) => channel === 'letter' && (state === 'posted' || state === 'to-print'));

/** The letter that a code or, for want of one, its reference names: the last that was posted. */
export const letterOf = (
  messages: readonly MessageRecord[],
  qr: Pick<LetterQr, 'kind' | 'id'> | null,
): MessageRecord | null =>
  messages
    .filter(
      (message) =>
        wasPosted(message) &&
        (qr === null || (qr.kind === 'letter' && isOf({ ...qr, reference: '' }, message.id))),
    )
    .at(-1) ?? null;

type Given = {
  reference: string;
  message: MessageRecord;
  person: SenderRecord;
  reason: ReturnReason;
  by: string;
  at: string;
};

/**
 * What a returned letter makes true: the journal says so; a wrong address is frozen and somebody is asked to find another,
 * while the message leaves by another way if there is one. Said twice it counts once.
 */
export const comesBack = ({ reference, message, person, reason, by, at }: Given): Change => {
  const { id: messageId } = message;
  const isKnown = roundOf(message).some(({ state }) => state === 'came-back');
  if (isKnown || message.delivery === 'queued' || message.delivery === 'sending') return { commands: [] };
  const command = { command: 'letter-came-back', messageId, reason, by } as const;
  const attempt = { channel: 'letter', at, state: 'came-back', providerId: null, reason } as const;
  if (!addressIsWrong.includes(reason))
    return {
      commands: [command],
      records: [messageItem(noted(message, { ...attempt, state: 'delivered' }))],
    };
  // A letter to somebody else than the citizen says nothing of the citizen's address.
  const address = message.to ? null : person.address;
  const frozen = address ? { ...person, frozen: { ...person.frozen, address } } : person;
  const after = queuedAgain(message, attempt);
  const isOver = nextStop(after, addresseeOf(after, frozen)) === 'nobody';
  const records: RecordItem[] = [
    messageItem(isOver ? { ...after, delivery: 'failed' } : after),
    { sk: 'RECORD#SENDER', sender: frozen },
  ];
  return {
    commands: [command],
    records,
    announce: isOver ? [] : [{ type: 'message-queued', detail: { reference, messageId } }],
    repair: { reason: 'letter-returned', at },
  };
};
