import { Refusal } from '../shared/refusal.ts';
import type { Attempt } from './attempt.ts';
import { hear } from './hear.ts';
import type { Change, Whole } from './items.ts';
import { settledEvent } from './look.ts';
import type { Detail } from './payfip.ts';
import type { Payment } from './payment.ts';
import type { Refund } from './refund.ts';

export type RefundDecision =
  | { decision: 'accepted' }
  | { decision: 'refused'; why: string }
  | { decision: 'done'; on: string };

const ofWhole = ({ reason }: Refund): boolean => reason !== 'paid-twice';
const stateAfter = (payment: Payment, refund: Refund, { decision }: RefundDecision): Payment['state'] => {
  if (!ofWhole(refund) || !payment.paid) return payment.state;
  return { accepted: 'refund-asked', refused: 'paid', done: 'refunded' }[decision] as Payment['state'];
};

/** Decides on a refund. Refuses `not-found`, and `already-decided` for one that is done or refused. */
export const refundDecided = (
  { payment, refunds }: Whole,
  refundId: string,
  decision: RefundDecision,
  { by, now }: { by: string; now: string },
): Change => {
  const refund = refunds.find(({ id }) => id === refundId);
  if (!refund) throw new Refusal('not-found');
  if (refund.state === 'done' || refund.state === 'refused') throw new Refusal('already-decided');
  const after: Refund = {
    ...refund,
    ...{ state: decision.decision, decidedBy: by, decidedAt: now },
    doneOn: decision.decision === 'done' ? decision.on : null,
    why: decision.decision === 'refused' ? decision.why.trim() : null,
  };
  return {
    payment: { ...payment, state: stateAfter(payment, refund, decision) },
    refunds: [after],
    events: [{ type: 'refund-decided', detail: { paymentId: payment.id, refundId } }],
  };
};

/** Somebody asks that a payment be given back. Refuses `not-allowed-in-state` for what is not simply paid. */
export const refundAsked = (
  { payment, attempts, refunds }: Whole,
  given: { text: string; by: string; now: string },
): Change => {
  const { attempt } = payment;
  const isAsked = refunds.some((one) => one.attempt === attempt && ofWhole(one));
  if (payment.state !== 'paid' || !attempt || isAsked) throw new Refusal('not-allowed-in-state');
  // What came, which an agent may have accepted though it was not what was asked.
  const cents = attempts.find(({ id }) => id === attempt)?.cents ?? payment.cents;
  return {
    payment: { ...payment, state: 'refund-asked' },
    refunds: [
      {
        ...{
          id: attempt,
          payment: payment.id,
          attempt,
          cents,
          reason: 'asked',
          state: 'asked',
        },
        ...{ text: given.text.trim(), askedAt: given.now, by: given.by },
        ...{ decidedBy: null, decidedAt: null, doneOn: null, why: null },
      },
    ],
  };
};

/** The treasury was asked about what did not fit. Refuses `not-allowed-in-state` where there is no doubt. */
export const doubtEnded = (
  { payment, attempts }: Whole,
  decision: 'paid' | 'unpaid',
  { by, now }: { by: string; now: string },
): Change => {
  const attempt = attempts.find(({ id }) => id === payment.doubt?.attempt);
  if (!payment.doubt || !attempt) throw new Refusal('not-allowed-in-state');
  const { detail } = attempt;
  const cents = detail?.cents ?? attempt.cents;
  const free = { ...payment, doubt: null };
  if (decision === 'unpaid') {
    const state = payment.isDropped ? 'cancelled' : 'due';
    const refund: Refund = {
      ...{
        id: attempt.id,
        payment: payment.id,
        attempt: attempt.id,
        cents,
        reason: 'doubtful',
        state: 'proposed',
      },
      ...{ text: '', askedAt: now, by, decidedBy: null, decidedAt: null, doneOn: null, why: null },
    };
    return {
      payment: { ...free, state: payment.paid ? payment.state : state },
      attempts: [{ ...attempt, state: 'expired', isGone: true }],
      refunds: detail ? [refund] : [],
    };
  }
  const told: Detail = {
    ...{ result: 'P', date: '', time: '', authorisation: null, mode: attempt.mode },
    ...detail,
    ...{ payRef: attempt.payRef, cents: attempt.cents, client: attempt.client, year: String(attempt.year) },
  };
  return heardChange(free, { ...attempt, state: 'open' }, told, now, cents);
};

/** Taken in by the same rule as what PayFiP says: paid once, the rest goes back. */
const heardChange = (
  payment: Payment,
  attempt: Attempt,
  detail: Detail,
  now: string,
  cents = attempt.cents,
): Change => {
  const heard = hear(payment, attempt, { detail }, now);
  const { refund, settled } = heard;
  return {
    payment: heard.payment,
    attempts: [{ ...heard.attempt, cents }],
    refunds: refund ? [refund] : [],
    events: settled ? [settledEvent(heard.payment, attempt.id)] : [],
  };
};

/**
 * A payment that only the treasury's file knows: the try whose answer was lost, else one written down now. What PayFiP says of
 * it counts; where it says nothing, the file does.
 */
export const adopted = (
  { payment, attempts }: Whole,
  detail: Detail,
  { idOp, newId, now, client }: { idOp: string | null; newId: string; now: string; client: string },
): Change => {
  const known = attempts.find((one) => one.idOp === idOp && idOp !== null);
  const lost = attempts.find(({ state }) => state === 'lost');
  const base = known ?? lost;
  if (base && (base.state === 'paid' || base.state === 'doubtful')) throw new Refusal('already-paid');
  const fresh: Attempt = {
    ...{ id: newId, payment: payment.id, startedAt: now, idOp, cents: payment.cents, payRef: payment.payRef },
    ...{ client, year: payment.year, mode: 'W', email: payment.email ?? '', lookedAt: null, notBefore: null },
    ...{ detail: null, settledAt: null, acknowledgedAt: null },
    ...base,
    ...{ state: 'open', isGone: false },
  };
  return heardChange(payment, { ...fresh, idOp: fresh.idOp ?? idOp }, detail, now);
};
