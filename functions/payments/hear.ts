import { type Attempt, ageOf, mayStillBePaid } from './attempt.ts';
import { type Detail, isSuccess, type Said } from './payfip.ts';
import type { Doubt, Payment } from './payment.ts';
import type { Refund } from './refund.ts';

/** What an answer of PayFiP makes true. `settled`: money came, the rest of the product is told. */
export type Heard = { payment: Payment; attempt: Attempt; refund?: Refund; settled?: true };

const restAfterError = 30 * 60_000;
const restAfterSilence = 60_000;
const forgottenAfter = 60 * 60_000;
const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

const mismatchOf = (attempt: Attempt, detail: Detail): Doubt['reason'] | null => {
  if (detail.payRef.toUpperCase() !== attempt.payRef.toUpperCase()) return 'wrong-reference';
  if (detail.cents !== attempt.cents) return 'wrong-amount';
  return detail.client === attempt.client ? null : 'wrong-client';
};

/** Not paid: whoever owes it may start again, unless another try is under way. */
const released = (payment: Payment, attempt: Attempt): Payment =>
  payment.state === 'paying' && payment.attempt === attempt.id
    ? { ...payment, state: payment.isDropped ? 'cancelled' : 'due' }
    : payment;

const refundOf = (attempt: Attempt, reason: Refund['reason'], now: string): Refund => ({
  ...{ id: attempt.id, payment: attempt.payment, attempt: attempt.id, cents: attempt.cents, reason },
  ...{ state: 'proposed', text: '', askedAt: now, by: 'auto' },
  ...{ decidedBy: null, decidedAt: null, doneOn: null, why: null },
});

const received = (payment: Payment, attempt: Attempt, detail: Detail, now: string): Heard => {
  const after: Attempt = { ...attempt, state: 'paid', detail, settledAt: now, notBefore: null };
  const by = detail.result === 'P' ? 'card' : 'debit';
  const paid = { at: now, by, authorisation: detail.authorisation } as const;
  if (payment.paid && payment.attempt !== attempt.id)
    return { payment, attempt: after, refund: refundOf(attempt, 'paid-twice', now), settled: true };
  const isUnwanted = payment.isDropped || payment.state === 'cancelled';
  return {
    payment: {
      ...payment,
      state: isUnwanted ? 'refund-asked' : 'paid',
      paid,
      attempt: attempt.id,
      doubt: null,
    },
    attempt: after,
    ...(isUnwanted && { refund: refundOf(attempt, 'dropped', now) }),
    settled: true,
  };
};

const unpaid = (payment: Payment, attempt: Attempt, change: Partial<Attempt>): Heard => ({
  payment: released(payment, attempt),
  attempt: { ...attempt, notBefore: null, ...change },
});

/** A refusal is not the end: until PayFiP forgets it, the same page may still be used to pay. */
const told = (payment: Payment, attempt: Attempt, detail: Detail, now: string): Heard => {
  const wrong = mismatchOf(attempt, detail);
  if (wrong && !isSuccess(detail)) return { payment, attempt: { ...attempt, detail } };
  if (wrong) {
    const doubt = { reason: wrong, attempt: attempt.id, at: now };
    return {
      payment: { ...payment, doubt },
      attempt: { ...attempt, state: 'doubtful', detail, settledAt: now },
    };
  }
  if (isSuccess(detail)) return received(payment, attempt, detail, now);
  const state = detail.result === 'A' ? 'cancelled' : 'refused';
  return unpaid(payment, attempt, { state, detail });
};

const refused = (payment: Payment, attempt: Attempt, code: string, now: string): Heard => {
  const isForgotten = code === 'P1';
  if (!isForgotten && mayStillBePaid(attempt, now))
    return { payment, attempt: { ...attempt, notBefore: null } };
  const state = attempt.state === 'open' ? 'expired' : attempt.state;
  const isGone = isForgotten && ageOf(attempt, now) > forgottenAfter;
  return unpaid(payment, attempt, { state, isGone });
};

/**
 * What PayFiP says of a try, taken in: paid only on P or V for this very reference, amount and client. P1 means that it is
 * forgotten there, hence not paid; P5 and the rest that it is not known yet, which after twenty minutes means not paid, though
 * it is asked again all the same. An error of theirs changes nothing but when they are asked again.
 */
export const hear = (
  payment: Payment,
  before: Attempt,
  said: Said<{ detail: Detail }>,
  now: string,
): Heard => {
  const attempt = { ...before, lookedAt: now };
  if (!said.fault) return told(payment, attempt, said.detail, now);
  if (said.fault === 'functional') return refused(payment, attempt, said.code, now);
  const rest = said.fault === 'technical' ? restAfterError : restAfterSilence;
  return { payment, attempt: { ...attempt, notBefore: later(now, rest) } };
};

/** Nobody ever had its number: nobody can have paid. */
export const lost = (payment: Payment, attempt: Attempt, now: string): Heard =>
  unpaid(payment, attempt, { state: 'lost', settledAt: now });

/** A week without a word: nobody pays again before an agent has asked the treasury. */
export const neverKnown = (payment: Payment, attempt: Attempt, now: string): Heard => ({
  payment: { ...payment, doubt: { reason: 'never-known', attempt: attempt.id, at: now } },
  attempt: { ...attempt, state: 'doubtful', settledAt: now },
});
