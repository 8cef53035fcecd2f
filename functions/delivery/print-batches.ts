import type { AgentCaller } from '../agents/caller.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { Attempt } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { askPrintBatch, confirmPosted, listPrintBatches, readPrintBatch } from './agent-api.ts';
import { noted } from './left.ts';
import type { PostTable } from './post-table.adapter.ts';
import { markPosted } from './posted.ts';
import type { PrintBatch, PrintLetter } from './print-plan.ts';

export type BatchDeps = {
  post: Pick<PostTable, 'batch' | 'batches' | 'letters' | 'saveLetter' | 'saveBatch' | 'announce'>;
  messages: Pick<MessageTable, 'find' | 'read'>;
  requests: Pick<RequestTable, 'append'>;
  url(object: ObjectRef): Promise<string>;
  now(): string;
};
const pageSize = 20;
/** The files for the printer are kept thirty days (lifecycle of the documents bucket). */
const keptMs = 29 * 86_400_000;
const none: Pick<PrintBatch, 'parts'> = { parts: [] };

const shown = async ({ url, now }: Pick<BatchDeps, 'url' | 'now'>, batch: PrintBatch) => ({
  ...batch,
  parts: await Promise.all(
    batch.parts.map(async ({ key, ...part }) => {
      const isKept = Date.parse(now()) - Date.parse(batch.at) < keptMs;
      return { ...part, url: key && isKept ? await url({ bucket: 'documents', key }) : null };
    }),
  ),
});

export const listBatches =
  (deps: BatchDeps) =>
  async ({ query }: InputOf<typeof listPrintBatches>): Promise<ReplyOf<typeof listPrintBatches>> => {
    const found = await deps.post.batches(pageSize, query.before);
    const batches = await Promise.all(found.map((batch) => shown(deps, batch)));
    const next = found.length === pageSize ? (found.at(-1)?.id ?? null) : null;
    return { batches, next, now: deps.now() };
  };

/** Wished twice within a second, it is one batch: its name is that second. */
export const ask =
  ({ post, now }: BatchDeps) =>
  async ({ headers }: InputOf<typeof askPrintBatch>, { agent }: AgentCaller): Promise<undefined> => {
    const detail = { at: now(), by: `agent:${agent.login}` };
    await post.announce(headers['idempotency-key'], { type: 'print-asked', detail });
  };

export const readBatch =
  (deps: BatchDeps) =>
  async ({ params }: InputOf<typeof readPrintBatch>): Promise<ReplyOf<typeof readPrintBatch>> => {
    const batch = await deps.post.batch(params.batchId);
    if (!batch) throw new Refusal('not-found');
    const letters = await Promise.all(
      (await deps.post.letters(batch.id)).map(async (letter) => {
        const message = await deps.messages.find(letter.reference, letter.messageId);
        return { ...letter, recipient: message?.recipient?.split('\n', 1)[0] ?? '' };
      }),
    );
    return { batch: await shown(deps, batch), letters };
  };

/** A sheet that was torn or creased: its letter waits for the next batch, as old as it is. */
const printAgain = async ({ requests, messages, now }: BatchDeps, batchId: string, letter: PrintLetter) => {
  const { reference, messageId } = letter;
  const key = { key: `print-again-${batchId}-${messageId}` };
  await requests.append(reference, key, async () => {
    const { printBatch, ...message } = await messages.read(reference, messageId);
    if (message.delivery !== 'to-print' || printBatch !== batchId) return { commands: [] };
    const at = now();
    const attempt: Attempt = {
      channel: 'letter',
      at,
      state: 'to-print',
      providerId: null,
      reason: 'print-again',
    };
    return {
      commands: [{ command: 'message-sent', messageId, channel: 'letter', providerId: null }],
      records: [messageItem(noted(message, attempt))],
    };
  });
};

/** What was posted is delivered, what failed is printed again; a part confirmed twice changes nothing more. */
export const confirm =
  (deps: BatchDeps) =>
  async (
    { params, body }: InputOf<typeof confirmPosted>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof confirmPosted>> => {
    const { batchId, part } = params;
    const batch = await deps.post.batch(batchId);
    if (!batch) throw new Refusal('not-found');
    if (batch.state === 'preparing') throw new Refusal('not-allowed-in-state');
    const by = `agent:${agent.login}`;
    const letters = await deps.post.letters(batchId);
    const settle = async (letter: PrintLetter): Promise<PrintLetter> => {
      if (letter.part !== part || letter.state !== 'waiting') return letter;
      const isFailed = body.failed.includes(letter.number);
      if (isFailed) await printAgain(deps, batchId, letter);
      else await markPosted(deps)(letter, by);
      const settled = { ...letter, state: isFailed ? ('failed' as const) : ('posted' as const) };
      await deps.post.saveLetter(batchId, settled);
      return settled;
    };
    const after: PrintLetter[] = [];
    for (let at = 0; at < letters.length; at += 8)
      after.push(...(await Promise.all(letters.slice(at, at + 8).map(settle))));
    if (after.every(({ state }) => state !== 'waiting'))
      await deps.post.saveBatch({ ...none, ...batch, state: 'posted' });
    const count = (state: PrintLetter['state']) =>
      after.filter((letter) => letter.part === part && letter.state === state).length;
    return { posted: count('posted'), failed: count('failed') };
  };
