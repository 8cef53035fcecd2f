import { randomInt } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Notify, Operation, Ordered, Result, Store } from './operation.ts';

export type Settle = (operation: Operation, given: Settled) => Operation;
/** What happens to an operation; what is not said follows the mood of the stand-in. Milliseconds. */
export type Settled = {
  result: Result;
  notify?: Notify;
  knownAfter?: number;
  /** Delay of a late notification. */
  late?: number;
  lies?: Partial<Ordered>;
};
type Calling = { url: string; body: string };
const kind = 'payfip-notify';
const twice = 4_000;

/** Gives operations their result and calls the product as PayFiP does: late, twice, never, or with lies. */
export function createSettle(ctx: Context, store: Store): Settle {
  ctx.clock.on(kind, async (payload) => {
    const done = ctx.busy.begin('payfip: a notification');
    const { url, body } = payload as Calling;
    try {
      // Whether it is heard is the product's affair: the real one does not insist either.
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        signal: AbortSignal.timeout(20_000),
      }).catch(() => undefined);
    } finally {
      done();
    }
  });
  const call = (operation: Operation, body: string, delay: number, name: string) =>
    ctx.clock.at(`payfip-${operation.idOp}-${name}`, new Date(ctx.clock.now().getTime() + delay), kind, {
      url: operation.ordered.urlnotif,
      body,
    } satisfies Calling);
  const notifyOf = (operation: Operation, how: Notify, late: number): void => {
    const honest = `idop=${operation.idOp}`;
    const other = store.list().find(({ idOp }) => idOp !== operation.idOp)?.idOp ?? 'inconnu-0000';
    const lie = `idop=${other}&resultrans=P&montant=1&refdet=AUTRE000`;
    const calls: Record<Notify, [body: string, delay: number][]> = {
      now: [[honest, 0]],
      lost: [],
      late: [[honest, late]],
      // Both at once, and again when everybody has forgotten.
      twice: [
        [honest, 0],
        [honest, 0],
        [honest, twice],
      ],
      wrong: [[lie, 0]],
    };
    for (const [at, [body, delay]] of calls[how].entries()) call(operation, body, delay, `${how}-${at}`);
  };
  return (operation, { result, notify, knownAfter, late, lies }) => {
    const mood = store.mood();
    const now = ctx.clock.now().getTime();
    const settled: Operation = {
      ...operation,
      ...{ result, paidAt: now, knownAt: now + (knownAfter ?? mood.knownAfter) },
      authorisation: result === 'P' ? String(randomInt(100_000, 999_999)) : null,
      lies: { ...operation.lies, ...lies },
    };
    store.save(settled);
    notifyOf(settled, notify ?? mood.notify, late ?? mood.after);
    return settled;
  };
}
