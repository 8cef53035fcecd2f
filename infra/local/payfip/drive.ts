import * as z from 'zod';
import type { Context } from '../context.ts';
import { addDuration } from '../duration.ts';
import { json, type Reply } from '../exchange.ts';
import { problem } from '../tools/reply.ts';
import { driven } from './index.ts';
import { isPurged, notifications, type Operation, operationStore, results } from './operation.ts';

const duration = z.string().regex(/^P/, 'an ISO 8601 duration, such as PT2M');
/** Everything the stand-in can be told; without `idOp` and `refdet`, the last operation is meant. */
const Told = z.strictObject({
  idOp: z.string().optional(),
  idop: z.string().optional(),
  refdet: z.string().optional(),
  /** P card, V debit, A cancelled, R card refused, Z debit refused. Without it, only how things behave from now on. */
  result: z.enum(results).optional(),
  notify: z.enum(notifications).optional(),
  /** How long after this call the person pays. */
  payAfter: duration.optional(),
  /** How long the result stays "not known yet" (P5). */
  knownAfter: duration.optional(),
  /** Delay of a `late` notification; three minutes unless said. */
  after: duration.optional(),
  /** What its details tell otherwise than it was ordered. */
  montant: z.union([z.string(), z.number()]).optional(),
  numcli: z.string().optional(),
  tellRefdet: z.string().optional(),
  /** The next calls fail: a SOAP fault, an answer that is none, or an operation made whose answer is lost. */
  trouble: z
    .strictObject({
      kind: z.enum(['technical', 'unavailable', 'protocol', 'garbage', 'lost-answer']),
      on: z.enum(['create', 'detail', 'all']).default('all'),
      times: z.number().int().min(0).max(1_000).default(1),
    })
    .nullable()
    .optional(),
});
const ms = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : addDuration(new Date(0), text).getTime();

export const shown = (one: Operation, now: number) => ({
  ...{ idOp: one.idOp, refdet: one.ordered.refdet, montant: Number(one.ordered.montant), result: one.result },
  ...{ createdAt: new Date(one.createdAt).toISOString(), saisie: one.ordered.saisie },
  isPurged: isPurged(one, now),
});

/** `GET /local/payfip`: the operations, the newest first, and the mood. */
export function listOperations(ctx: Context): Reply {
  const store = operationStore(ctx.db);
  const now = ctx.clock.now().getTime();
  return json(200, { operations: store.list().map((one) => shown(one, now)), mood: store.mood() });
}

/** `POST /local/payfip`: a result for an operation, or how the next ones behave. */
export function drive(ctx: Context, body: unknown): Reply {
  const read = Told.safeParse(body);
  if (!read.success) return problem(400, 'Bad request', z.prettifyError(read.error));
  const told = read.data;
  try {
    const store = operationStore(ctx.db);
    const durations = { knownAfter: ms(told.knownAfter), late: ms(told.after), payAfter: ms(told.payAfter) };
    const { knownAfter, late, payAfter } = durations;
    const mood = store.mood();
    if (told.trouble !== undefined || !told.result)
      store.setMood({
        trouble: told.trouble === undefined ? mood.trouble : told.trouble,
        notify: (!told.result && told.notify) || mood.notify,
        knownAfter: (told.result ? undefined : knownAfter) ?? mood.knownAfter,
        after: (told.result ? undefined : late) ?? mood.after,
      });
    if (!told.result) return json(200, { mood: store.mood() });
    const asked = told.idOp ?? told.idop;
    const operation = store
      .list()
      .find(({ idOp, ordered }) => (asked ? idOp === asked : !told.refdet || ordered.refdet === told.refdet));
    if (!operation) return problem(404, 'Not found', 'no such operation: GET /local/payfip lists them');
    const lies = {
      ...(told.montant !== undefined && { montant: String(told.montant) }),
      ...(told.numcli !== undefined && { numcli: told.numcli }),
      ...(told.tellRefdet !== undefined && { refdet: told.tellRefdet }),
    };
    const { result, notify } = told;
    driven(ctx).pay(operation.idOp, { result, notify, knownAfter, late, lies }, payAfter ?? 0);
    const after = store.find(operation.idOp) ?? operation;
    return json(200, shown(after, ctx.clock.now().getTime()));
  } catch (error) {
    return problem(400, 'Bad request', (error as Error).message);
  }
}
