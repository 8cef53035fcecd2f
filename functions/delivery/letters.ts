import type { AgentCaller } from '../agents/caller.ts';
import { mayWork } from '../agents/rights.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { listLetters, markPrinted } from './agent-api.ts';

export type PrintDeps = {
  messages: Pick<MessageTable, 'lettersToPrint' | 'read'>;
  requests: Pick<RequestTable, 'append' | 'snapshot'>;
  url(object: ObjectRef): Promise<string>;
};
const pageSize = 50;

/** Letters that wait for the printer, limited to those the agent may see. */
export const list =
  ({ messages, requests, url }: PrintDeps) =>
  async (
    { query }: InputOf<typeof listLetters>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof listLetters>> => {
    const { letters, next } = await messages.lettersToPrint(pageSize, query.after);
    const seen = await Promise.all(
      letters.map(async ({ reference, message }) => {
        const { request } = await requests.snapshot(reference);
        if (!mayWork(agent, request) || !message.letterKey) return [];
        return {
          messageId: message.id,
          reference,
          recipient: message.recipient ?? '',
          queuedAt: message.queuedAt ?? message.at,
          url: await url({ bucket: 'documents', key: message.letterKey }),
        };
      }),
    );
    return { letters: seen.flat(), next };
  };

/** The letter left: an answer is delivered by it, and its request closes. Said twice, it counts once. */
export const print =
  ({ messages, requests }: PrintDeps) =>
  async (
    { params, body }: InputOf<typeof markPrinted>,
    { agent }: AgentCaller,
  ): Promise<{ version: number }> => {
    const { messageId } = params;
    const { reference } = body;
    const by = `agent:${agent.login}`;
    const { request } = await requests.append(reference, { key: `printed-${messageId}` }, async (current) => {
      if (!current) throw new Refusal('not-found');
      if (!mayWork(agent, current.request)) throw new Refusal('forbidden');
      const message = await messages.read(reference, messageId);
      if (message.delivery !== 'to-print') throw new Refusal('not-allowed-in-state');
      const { queuedAt: _queuedAt, ...kept } = message;
      const after: MessageRecord = { ...kept, delivery: 'sent' };
      const isAnswer = current.request.state === 'decided' && current.request.answer?.messageId === messageId;
      return {
        commands: [
          { command: 'letter-printed', messageId, by },
          ...(isAnswer ? [{ command: 'request-closed', by: 'auto' } as const] : []),
        ],
        records: [messageItem(after)],
        repair: null,
      };
    });
    return { version: request.version };
  };
