import type { Change } from '../requests/append.ts';
import { messageItem, type Snapshot } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { noted } from './left.ts';
import { newsOf } from './send.ts';

type Deps = { messages: Pick<MessageTable, 'read'>; requests: Pick<RequestTable, 'append'>; now(): string };
type Letter = { reference: string; messageId: string };

/** What a letter in the post makes true: it has reached its channel, and a decision is delivered by it. */
const posting = (message: MessageRecord, current: Snapshot, by: string, at: string): Change => {
  const { queuedAt: _queuedAt, printBatch: _batch, handedOver: _service, ...kept } = message;
  const { reference, state, answer } = current.request;
  const after = noted({ ...kept, delivery: 'sent' }, {
    ...{ channel: 'letter', at, state: 'posted', providerId: null },
  } as const);
  const isLast = state === 'decided' && answer?.messageId === message.id && !answer.isImplicit;
  return {
    commands: [
      { command: 'letter-printed', messageId: message.id, by },
      ...(isLast ? [{ command: 'request-closed', by: 'auto' } as const] : []),
    ],
    records: [messageItem(after)],
    announce: newsOf(message, reference),
    repair: current.repair?.reason === 'letter-returned' ? undefined : null,
  };
};

/**
 * Marks a letter as posted, once however often it is said. `false` when it does not wait to be posted (any more).
 * @param may refuses by throwing
 */
export const markPosted =
  ({ messages, requests, now }: Deps) =>
  async (
    { reference, messageId }: Letter,
    by: string,
    may: (current: Snapshot | null) => asserts current is Snapshot = () => undefined,
  ): Promise<{ posted: boolean; version: number }> => {
    let posted = false;
    const before = await messages.read(reference, messageId);
    const round = before.history?.length ?? 0;
    const key = `printed-${messageId}-${round}`;
    const { request, repeated } = await requests.append(reference, { key }, async (current) => {
      may(current);
      const message = await messages.read(reference, messageId);
      if (message.delivery !== 'to-print') return { commands: [] };
      posted = true;
      return posting(message, current, by, now());
    });
    return { posted: posted || repeated, version: request.version };
  };
