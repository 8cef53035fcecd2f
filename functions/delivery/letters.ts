import type { AgentCaller } from '../agents/caller.ts';
import { mayPost } from '../agents/rights.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { Snapshot } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { listLetters, markPrinted } from './agent-api.ts';
import { markPosted } from './posted.ts';

export type PrintDeps = {
  messages: Pick<MessageTable, 'lettersToPrint' | 'read'>;
  requests: Pick<RequestTable, 'append' | 'snapshot'>;
  url(object: ObjectRef): Promise<string>;
  now(): string;
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
        if (!mayPost(agent, request) || !message.letterKey || message.kind === undefined) return [];
        return {
          messageId: message.id,
          reference,
          recipient: message.recipient ?? '',
          queuedAt: message.queuedAt ?? message.at,
          url: await url({ bucket: 'documents', key: message.letterKey }),
          kind: message.kind,
          subject: message.subject,
          pages: message.pages ?? 1,
          registered: message.registered ?? false,
        };
      }),
    );
    return { letters: seen.flat(), next };
  };

/** The letter left: an answer is delivered by it, and its request closes. Said twice, it counts once. */
export const print =
  (deps: PrintDeps) =>
  async (
    { params, body }: InputOf<typeof markPrinted>,
    { agent }: AgentCaller,
  ): Promise<{ version: number }> => {
    const letter = { reference: body.reference, messageId: params.messageId };
    const may = (current: Snapshot | null): asserts current is Snapshot => {
      if (!current) throw new Refusal('not-found');
      if (!mayPost(agent, current.request)) throw new Refusal('forbidden');
    };
    const { delivery } = await deps.messages.read(letter.reference, letter.messageId);
    if (delivery !== 'to-print' && delivery !== 'sent') throw new Refusal('not-allowed-in-state');
    const { version } = await markPosted(deps)(letter, `agent:${agent.login}`, may);
    return { version };
  };
