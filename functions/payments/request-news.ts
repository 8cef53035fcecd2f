import type { Procedure } from '../procedures/procedure.ts';
import type { Whole as Request } from '../requests/items.ts';
import type { Authority } from '../settings/authority.ts';
import { dropped, dueOf, type Moment } from './open-dues.ts';
import type { PaymentTable } from './payment-table.adapter.ts';

export type NewsDeps = {
  payments: Pick<PaymentTable, 'save' | 'ofRequest' | 'byReference'>;
  /** Who lodged a request while signed in; kept when it is told before the request opens. */
  lodged: {
    keep(reference: string, account: string): Promise<void>;
    of(reference: string): Promise<string | null>;
  };
  request(reference: string): Promise<Request | null>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): string;
  derivedId(...parts: string[]): string;
};

/** What a request makes due, once: told again, nothing more is owed. */
export const openDues =
  (deps: NewsDeps) =>
  async (reference: string, moment: Moment): Promise<void> => {
    const whole = await deps.request(reference);
    const { procedure: id, procedureRevision } = whole?.request ?? {};
    const isGranted = whole?.request.answer?.outcome === 'granted';
    if (!whole || !id || (moment === 'grant' && !isGranted) || whole.request.state === 'withdrawn') return;
    const procedure = await deps.procedure(id, procedureRevision ?? undefined);
    const { timeZone } = await deps.authority();
    const now = deps.now();
    const due =
      procedure &&
      dueOf(whole, procedure, {
        ...{ moment, now, today: deps.dayIn(timeZone, now), account: await deps.lodged.of(reference) },
        id: deps.derivedId('fee', reference, moment),
      });
    if (due && !(await deps.payments.byReference(due.payRef)))
      await deps.payments.save(null, { payment: due });
  };

const again = async <T>(work: () => Promise<T | false>): Promise<T> => {
  for (let round = 0; round < 8; round += 1) {
    const done = await work();
    if (done !== false) return done;
  }
  throw new Error('too many writers of one payment');
};

/** The request is somebody's who was signed in: what it makes due is among their payments. */
export const linkAccount =
  (deps: NewsDeps) =>
  async (reference: string, account: string): Promise<void> => {
    await deps.lodged.keep(reference, account);
    await again(async () => {
      for (const payment of await deps.payments.ofRequest(reference)) {
        if (payment.account) continue;
        if (!(await deps.payments.save(payment, { payment: { ...payment, account } }))) return false;
      }
      return true;
    });
  };

export const dropDues =
  (deps: NewsDeps) =>
  async (reference: string): Promise<void> => {
    await again(async () => {
      for (const payment of await deps.payments.ofRequest(reference)) {
        const change = dropped(payment, deps.now());
        if (!change) continue;
        const refunds = change.refund ? [change.refund] : [];
        if (!(await deps.payments.save(payment, { payment: change.payment, refunds }))) return false;
      }
      return true;
    });
  };
