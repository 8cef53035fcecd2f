import * as z from 'zod';
import type { Append } from '../requests/append.ts';
import type { OnRevision, ProcedureIndex } from '../requests/procedure-index.adapter.ts';
import type { Request } from '../requests/request.ts';
import type { ReplyOf } from '../shared/api.ts';
import { late } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { changesOf } from './catalogue.ts';
import type { Procedure } from './procedure.ts';
import type { ProcedureTable } from './procedure-table.adapter.ts';
import type { previewRevisionMove } from './revision-api.ts';

/** One page of a move, as it stands in the queue. */
export const Moving = late(() =>
  z.object({
    procedure: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    by: z.string(),
    references: z.array(z.string()).optional(),
    after: z.string().nullable().default(null),
  }),
);
export type Moving = z.infer<ReturnType<typeof Moving>>;

type Look = {
  procedures: Pick<ProcedureTable, 'read' | 'current'>;
  index: Pick<ProcedureIndex, 'page'>;
  snapshot(reference: string): Promise<{ request: Request }>;
};
const shownAtOnce = 25;
const movedAtOnce = 25;

/** What a move would change and for whom, before anybody asks for it; refuses `not-found`. */
export const previewing =
  ({ procedures, index, snapshot }: Look) =>
  async (id: string, from: number, after?: string): Promise<ReplyOf<typeof previewRevisionMove>> => {
    const [current, before] = await Promise.all([procedures.current(id), procedures.read(id, from)]);
    if (!current || !before) throw new Refusal('not-found');
    const { found, next } = await index.page(id, from, after ?? null, shownAtOnce);
    const requests = await Promise.all(
      found.map(async ({ reference }: OnRevision) => {
        const { request } = await snapshot(reference);
        return { reference, state: request.state, openedOn: request.receivedOn };
      }),
    );
    const to = current.procedure.revision;
    return { to, changes: changesOf(before, current.procedure), requests, next };
  };

/** Puts the first page of a move in the queue; refuses `conflict` when `to` is not the newest revision any more. */
export const askingToMove =
  ({ procedures, send }: Pick<Look, 'procedures'> & { send(moving: Moving): Promise<unknown> }) =>
  async (moving: Omit<Moving, 'after'>): Promise<{ moving: true }> => {
    const current = await procedures.current(moving.procedure);
    if (!current) throw new Refusal('not-found');
    if (current.procedure.revision !== moving.to || moving.from >= moving.to) throw new Refusal('conflict');
    await send({ ...moving, after: null });
    return { moving: true };
  };

type MoveDeps = Pick<Look, 'index'> & {
  append: Append;
  send(moving: Moving): Promise<unknown>;
  read(id: string, revision: number): Promise<Procedure | null>;
};
/**
 * Moves one page of undecided requests to a revision, each once however often the page comes, then sends the next page.
 * A request decided meanwhile, or on another revision already, stays as it is; a step that the new revision does not know ends,
 * so that nobody waits for it.
 */
export const movingPage =
  ({ index, append, send, read }: MoveDeps) =>
  async (moving: Moving): Promise<void> => {
    const { procedure, from, to, by, references, after } = moving;
    const steps = (await read(procedure, to))?.workflow.map(({ id }) => id) ?? [];
    const page = references
      ? { found: references.map((reference) => ({ reference })), next: null }
      : await index.page(procedure, from, after, movedAtOnce);
    for (const { reference } of page.found)
      await append(reference, { key: `revision-${from}-${to}` }, (current) => {
        const request = current?.request;
        const isOn = request?.procedure === procedure && request.procedureRevision === from;
        if (!isOn || isDecided(request)) return { commands: [] };
        const step = request.step && !steps.includes(request.step.id) ? request.step.id : null;
        return {
          commands: [
            ...(step ? [{ command: 'step-completed', step, outcome: null, by } as const] : []),
            { command: 'procedure-revision-moved', from, to, by },
          ],
          announce: [{ type: 'request-changed', detail: { reference } }],
        };
      }).catch(unlessGone);
    if (page.next) await send({ ...moving, after: page.next });
  };

const isDecided = ({ state }: Request): boolean =>
  ['decided', 'delivered', 'closed', 'withdrawn', 'transferred'].includes(state);
/** A reference that does not exist, or a request that may not change any more, holds up nobody else. */
const unlessGone = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};
