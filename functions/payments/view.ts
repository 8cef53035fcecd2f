import { type Attempt, freeAt, mayBeOpened, openUntil } from './attempt.ts';
import type { Whole } from './items.ts';
import { isOpen, leastOnline, mostOnline, type Payment } from './payment.ts';
import type { PaymentView } from './public-api.ts';

const hidden = (email: string): string => email.replace(/^(.)[^@]*?(.{0,2})@/, '$1\u2022\u2022\u2022$2@');
const whyNot = (payment: Payment): PaymentView['whyNot'] => {
  if (payment.doubt) return 'doubt';
  if (!isOpen(payment) || payment.isDropped) return 'closed';
  if (payment.cents < leastOnline) return 'too-small';
  return payment.cents > mostOnline ? 'too-large' : null;
};
const own = ['asked', 'dropped', 'doubtful'];

/** A payment as whoever pays it sees it; `attempts` and `refunds` may be left out in lists. */
export const paymentView = ({ payment, attempts, refunds }: Whole, now: string): PaymentView => {
  const last = attempts.find(({ id }) => id === payment.attempt) ?? null;
  const refund = refunds.find(({ reason, attempt }) => own.includes(reason) && attempt === payment.attempt);
  const twice = refunds.find(({ reason }) => reason === 'paid-twice');
  const isUnderWay = (attempt: Attempt | null): attempt is Attempt =>
    payment.state === 'paying' && attempt !== null;
  const { id, kind, state, cents, label, lines, reference, family, invoice, payRef, createdAt, dueOn, paid } =
    payment;
  const reason = whyNot(payment);
  const isHeld = isUnderWay(last) && !mayBeOpened(last, now);
  return {
    ...{ id, kind, state, cents, label, lines, reference, family, invoice, payRef, createdAt, dueOn, paid },
    last: last?.state ?? null,
    openUntil: isUnderWay(last) && mayBeOpened(last, now) ? openUntil(last) : null,
    freeAt: isUnderWay(last) ? freeAt(last) : null,
    mayPay: reason === null && !isHeld,
    whyNot: reason,
    email: payment.email && hidden(payment.email),
    refund: refund
      ? { state: refund.state, cents: refund.cents, doneOn: refund.doneOn, why: refund.why }
      : null,
    twice: twice ? { cents: twice.cents, state: twice.state } : null,
    mayAskRefund: state === 'paid' && !refund && kind !== 'deposit',
  };
};
