import type { Caller } from '../agents/caller.ts';
import type { Download, InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { receipt as words } from './messages/fr.ts';
import { type OwnDeps, ownPayment } from './own.ts';
import type { paymentReceipt } from './public-api.ts';
import { receiptOf } from './receipt.ts';

export type PrintDeps = OwnDeps & {
  draw(receipt: ReturnType<typeof receiptOf>): Promise<Uint8Array>;
  timesOf(zone: string, instant: string): { day: string; time: string };
};

/** The receipt of what was paid; refuses `not-allowed-in-state` before that. */
export const print =
  (deps: PrintDeps) =>
  async ({ params, headers }: InputOf<typeof paymentReceipt>, caller: Caller): Promise<Download> => {
    const whole = await ownPayment(deps, { ...params, headers }, caller);
    const attempt = whole.attempts.find(({ id, state }) => id === whole.payment.attempt && state === 'paid');
    if (!attempt) throw new Refusal('not-allowed-in-state');
    const authority = await deps.authority();
    const times = deps.timesOf(authority.timeZone, attempt.settledAt ?? attempt.startedAt);
    const bytes = await deps.draw(receiptOf(whole, attempt, authority, times));
    return { bytes, name: words.fileName(whole.payment.payRef) };
  };
