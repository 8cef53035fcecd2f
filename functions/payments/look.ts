import type { BusEvent } from '../shared/events.ts';
import { type Attempt, isFinal, isLost, isUnknown, mayLook, nextLook } from './attempt.ts';
import { type Heard, hear, lost, neverKnown } from './hear.ts';
import type { Change, Whole } from './items.ts';
import type { Detail, Said } from './payfip.ts';
import type { Payment } from './payment.ts';

export type LookDeps = {
  read(paymentId: string): Promise<Whole | null>;
  save(before: Payment, change: Change): Promise<boolean>;
  /** Only when PayFiP was asked: nothing else changed. */
  note(attempt: Attempt): Promise<void>;
  detail(idOp: string): Promise<Said<{ detail: Detail }>>;
  now(): string;
};
export type Named = { paymentId: string; attemptId: string };
const rounds = 8;

/** What is told to the rest of the product when money came. */
export const settledEvent = ({ id, reference }: Payment, attemptId: string): BusEvent => ({
  type: 'payment-settled',
  detail: { paymentId: id, attemptId, ...(reference && { reference }) },
});
const changeOf = ({ payment, attempt, refund, settled }: Heard): Change => ({
  ...{ payment, attempts: [attempt], refunds: refund ? [refund] : [] },
  events: settled ? [settledEvent(payment, attempt.id)] : [],
});
const isNews = (before: Whole, attempt: Attempt, { payment, attempt: after }: Heard): boolean =>
  payment !== before.payment || after.state !== attempt.state || after.isGone !== attempt.isGone;

/**
 * Asks PayFiP what became of a try, and writes it down: whoever calls (the machine, a notification, the page of the payer) is
 * only a hint that it is time to ask. Answers the seconds to sleep before the next look, `null` when all is known.
 */
export const look =
  (deps: LookDeps) =>
  async ({ paymentId, attemptId }: Named): Promise<{ wait: number | null }> => {
    let said: Said<{ detail: Detail }> | undefined;
    for (let round = 0; round < rounds; round += 1) {
      const whole = await deps.read(paymentId);
      const attempt = whole?.attempts.find(({ id }) => id === attemptId);
      if (!whole || !attempt || isFinal(attempt)) return { wait: null };
      const now = deps.now();
      const isOver = isLost(attempt, now) ? lost : isUnknown(attempt, now) ? neverKnown : null;
      if (!isOver && !said) {
        if (!mayLook(attempt, now)) return { wait: nextLook(attempt, now) };
        said = await deps.detail(attempt.idOp ?? '');
      }
      const heard = isOver
        ? isOver(whole.payment, attempt, now)
        : hear(whole.payment, attempt, said ?? { fault: 'silent' }, deps.now());
      if (!isNews(whole, attempt, heard)) {
        await deps.note(heard.attempt);
        return { wait: nextLook(heard.attempt, now) };
      }
      if (await deps.save(whole.payment, changeOf(heard))) return { wait: nextLook(heard.attempt, now) };
    }
    throw new Error('too many writers of one payment');
  };
