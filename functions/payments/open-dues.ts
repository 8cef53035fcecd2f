import { holds } from '../procedures/conditions.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Whole as Request } from '../requests/items.ts';
import { isOpen, newPayment, type Payment } from './payment.ts';
import type { Refund } from './refund.ts';

export type Moment = 'opening' | 'grant';
type Fee = Procedure['fees'][number];
const dueAt = ({ due }: { due?: Moment | 'never' }): Moment | 'never' => due ?? 'opening';

/** Fees that these answers make due at a moment; a free one is none. */
export const feesAt = (
  { fees }: Pick<Procedure, 'fees'>,
  answers: Parameters<typeof holds>[1],
  today: string,
  moment: Moment,
): Fee[] => fees.filter((fee) => dueAt(fee) === moment && fee.cents > 0 && holds(fee.when, answers, today));

/** `VC2026000123WO`: the reference without hyphens, and a letter for the moment; letters and digits only, as `refdet` wants. */
export const feeReference = (reference: string, moment: Moment): string =>
  `${reference.replace(/[^A-Za-z0-9]/g, '')}${moment === 'opening' ? 'F' : 'G'}`;

/** What a request makes its citizen owe at a moment, as one payment; `null` when nothing. */
export const dueOf = (
  { request, content, sender }: Pick<Request, 'request' | 'content' | 'sender'>,
  procedure: Procedure,
  given: { moment: Moment; now: string; today: string; account: string | null; id: string },
): Payment | null => {
  const fees = feesAt(procedure, content.given ?? {}, given.today, given.moment);
  if (fees.length === 0) return null;
  const { reference } = request;
  return newPayment({
    ...{ id: given.id, kind: 'fee', reference, account: given.account, createdAt: given.now },
    cents: fees.reduce((sum, { cents }) => sum + cents, 0),
    label: procedure.title,
    lines: fees.map(({ label, cents }) => ({ label, cents })),
    payRef: feeReference(reference, given.moment),
    year: Number(given.today.slice(0, 4)),
    email: sender.email,
  });
};

/**
 * Its request was withdrawn: what is due is not any more; what is being paid is given up once it is known not to be paid; what
 * was paid is proposed for refund.
 */
export const dropped = (payment: Payment, now: string): { payment: Payment; refund?: Refund } | null => {
  if (payment.isDropped || payment.state === 'cancelled') return null;
  if (payment.state === 'due') return { payment: { ...payment, isDropped: true, state: 'cancelled' } };
  if (isOpen(payment)) return { payment: { ...payment, isDropped: true } };
  if (payment.state !== 'paid' || !payment.attempt) return null;
  return {
    payment: { ...payment, isDropped: true, state: 'refund-asked' },
    refund: {
      ...{ id: payment.attempt, payment: payment.id, attempt: payment.attempt, cents: payment.cents },
      ...{ reason: 'dropped', state: 'proposed', text: '', askedAt: now, by: 'auto' },
      ...{ decidedBy: null, decidedAt: null, doneOn: null, why: null },
    },
  };
};
