import { book } from '../../functions/payments/book.adapter.ts';
import { type LookDeps, look } from '../../functions/payments/look.ts';
import { notifiedOf } from '../../functions/payments/notified.ts';
import { payfip } from '../../functions/payments/payfip.adapter.ts';
import { newPayment, type Payment } from '../../functions/payments/payment.ts';
import { type StartDeps, start } from '../../functions/payments/start.ts';
import { createPayfip, driven } from '../../infra/local/payfip/index.ts';
import { operationStore } from '../../infra/local/payfip/operation.ts';
import type { Settled } from '../../infra/local/payfip/settle.ts';
import type { TestDatabase } from './dynamo.ts';
import { openLocalContext } from './local-context.ts';

const second = 1_000;
type Outbox = { outbox?: { type: string; detail: Record<string, string> } };

/**
 * The rules of payments on a database, the stand-in of PayFiP reached over HTTP, and what follows a try as the state machine
 * does: it looks, then sleeps as long as it is told. Time is moved by hand, ten seconds at a time.
 */
export const paymentsWorld = async (database: TestDatabase) => {
  const ctx = await openLocalContext();
  const table = await database.table();
  ctx.mount(createPayfip(ctx));
  const service = payfip(`${ctx.origin}/_aws/payfip/tpa`);
  const store = operationStore(ctx.db);
  const { payments, families, save } = book(database.db, table, 'Europe/Paris');
  const now = () => ctx.clock.now().toISOString();
  const lookDeps: LookDeps = { read: payments.read, note: payments.note, save, detail: service.detail, now };
  const deps: StartDeps = {
    ...lookDeps,
    ...{ create: service.create, page: service.page, publicUrl: `${ctx.origin}/_aws/product` },
    client: async () => ({ client: '090009', mode: 'T' }),
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 20)),
  };
  let heard = 0;
  ctx.mount({
    name: 'product',
    async handle({ body }) {
      heard += 1;
      const idOp = notifiedOf(body.toString('utf8'));
      const named = idOp ? await payments.byOperation(idOp) : null;
      if (named) await look(lookDeps)(named);
      return { status: 200 };
    },
  });

  const said = async () => ((await database.all(table)) as Outbox[]).flatMap(({ outbox }) => outbox ?? []);
  const followed = new Map<string, number>();
  /** What the machine does now for every try that was begun. */
  const follow = async () => {
    for (const { type, detail } of await said()) {
      const { paymentId = '', attemptId = '' } = detail;
      const due = followed.get(attemptId) ?? 0;
      if (type !== 'payment-started' || due > ctx.clock.now().getTime()) continue;
      const { wait } = await look(lookDeps)({ paymentId, attemptId });
      followed.set(
        attemptId,
        wait === null ? Number.POSITIVE_INFINITY : ctx.clock.now().getTime() + wait * second,
      );
    }
  };
  const read = async (id = 'payment-1') => {
    const whole = await payments.read(id);
    if (!whole) throw new Error('no such payment');
    return whole;
  };

  return {
    ...{ ctx, store, deps, lookDeps, payments, families, save, read, said, service },
    heard: () => heard,
    owe: async (more: Partial<Payment> = {}) => {
      const payment = newPayment({
        ...{ id: 'payment-1', kind: 'fee', cents: 500, label: 'Carte', payRef: 'VC2026000123WF', year: 2026 },
        ...{ createdAt: now(), reference: 'VC-2026-000123-W', ...more },
      });
      await save(null, { payment });
      return payment;
    },
    start: (id = 'payment-1') => start(deps)(id, { email: 'jeanne@courriel.example' }),
    /** What happens at PayFiP, to the operation behind an address. */
    pay: (url: string, settled: Partial<Settled> = {}) =>
      driven(ctx).pay(new URL(url).searchParams.get('idop') ?? '', { result: 'P', ...settled }, 0),
    mood: (mood: Partial<ReturnType<typeof store.mood>>) => store.setMood({ ...store.mood(), ...mood }),
    follow,
    /** Lets time pass, the machine with it. */
    async pass(seconds: number, step = 10) {
      await follow();
      for (let left = seconds; left > 0; left -= step) {
        await ctx.advance(Math.min(step, left) * second);
        await follow();
      }
    },
    /** How often the rest of the product was told that money came. */
    told: async () => (await said()).filter(({ type }) => type === 'payment-settled').length,
    close: () => ctx.close(),
  };
};
export type PaymentsWorld = Awaited<ReturnType<typeof paymentsWorld>>;
