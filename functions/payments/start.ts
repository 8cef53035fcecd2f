import { Refusal } from '../shared/refusal.ts';
import { type Attempt, freeAt, isLost, mayBeOpened, mayLook, openUntil } from './attempt.ts';
import { lost } from './hear.ts';
import type { Whole } from './items.ts';
import { type LookDeps, look } from './look.ts';
import type { Order, Said } from './payfip.ts';
import { isOnlineAmount, type Payment } from './payment.ts';

export type StartDeps = LookDeps & {
  create(order: Order): Promise<Said<{ idOp: string }>>;
  /** Address of the payment page for a number of PayFiP. */
  page(idOp: string): string;
  /** Client number and mode given by the treasury; `null` when the authority takes no payment online. */
  client(): Promise<{ client: string; mode: Attempt['mode'] } | null>;
  newId(): string;
  pause(ms: number): Promise<unknown>;
  publicUrl: string;
};
/** Where the receipt goes; `by` says who acts for somebody. */
export type Payer = { email: string; by?: string };
export type Started = { url: string; until: string };
const rounds = 12;
const betweenRounds = 700;

const refuseUnlessDue = ({ state, cents, doubt }: Payment): void => {
  if (doubt) throw new Refusal('payment-in-doubt');
  if (['paid', 'refund-asked', 'refunded'].includes(state)) throw new Refusal('already-paid');
  if (state === 'cancelled') throw new Refusal('not-allowed-in-state');
  if (!isOnlineAmount(cents)) throw new Refusal('amount-not-payable-online');
};
const underWay = ({ payment, attempts }: Whole): Attempt | null =>
  (payment.state === 'paying' && attempts.find(({ id }) => id === payment.attempt)) || null;

/** Written down before PayFiP is called, with the order to follow it: nothing that was begun is forgotten. */
const begin = async (deps: StartDeps, payment: Payment, { email, by }: Payer) => {
  const given = await deps.client();
  if (!given) throw new Refusal('payment-unavailable');
  const attempt: Attempt = {
    ...{ id: deps.newId(), payment: payment.id, state: 'creating', startedAt: deps.now(), idOp: null, email },
    ...{ cents: payment.cents, payRef: payment.payRef, year: payment.year, ...given, ...(by ? { by } : {}) },
    ...{
      lookedAt: null,
      notBefore: null,
      detail: null,
      isGone: false,
      settledAt: null,
      acknowledgedAt: null,
    },
  };
  const next = {
    ...payment,
    email,
    state: 'paying',
    attempt: attempt.id,
    attempts: payment.attempts + 1,
  } as const;
  const detail = { paymentId: payment.id, attemptId: attempt.id };
  const isOurs = await deps.save(payment, {
    payment: next,
    attempts: [attempt],
    events: [{ type: 'payment-started', detail }],
  });
  return isOurs ? { payment: { ...next, version: payment.version + 1 }, attempt } : null;
};

const orderOf = ({ label }: Payment, attempt: Attempt, publicUrl: string): Order => ({
  ...{ year: attempt.year, email: attempt.email, cents: attempt.cents, client: attempt.client, label },
  ...{ payRef: attempt.payRef, mode: attempt.mode },
  notifyUrl: `${publicUrl}/api/public/payfip`,
  returnUrl: `${publicUrl}/payer/retour`,
});

const emailCodes = ['A1', 'A2'];
const ask = async (
  deps: StartDeps,
  { payment, attempt }: { payment: Payment; attempt: Attempt },
): Promise<Started> => {
  const said = await deps.create(orderOf(payment, attempt, deps.publicUrl));
  if (said.fault) {
    // Nobody was given a number: whatever PayFiP made of it, nobody can pay it, and another try may begin at once.
    const { payment: free, attempt: ended } = lost(payment, attempt, deps.now());
    await deps.save(payment, { payment: free, attempts: [ended] });
    if (said.fault === 'functional' && emailCodes.includes(said.code))
      throw new Refusal('invalid-input', [{ field: 'email', code: 'invalid' }]);
    throw new Refusal('payment-unavailable');
  }
  const opened: Attempt = { ...attempt, state: 'open', idOp: said.idOp };
  // Given up as lost meanwhile: its number is shown to nobody.
  if (!(await deps.save(payment, { payment, attempts: [opened] }))) throw new Refusal('payment-under-way');
  return { url: deps.page(said.idOp), until: openUntil(opened) };
};

/**
 * Where to go to pay. Two tabs and a double click are sent to the same operation; another one begins only once the one before
 * is known not to be paid. Refuses `already-paid`, `payment-under-way`, `payment-in-doubt`, `amount-not-payable-online`,
 * `payment-unavailable` (nothing was taken), `invalid-input` for an address that PayFiP does not take.
 */
export const start =
  (deps: StartDeps) =>
  async (paymentId: string, payer: Payer): Promise<Started> => {
    for (let round = 0; round < rounds; round += 1) {
      const whole = await deps.read(paymentId);
      if (!whole) throw new Refusal('not-found');
      refuseUnlessDue(whole.payment);
      const attempt = underWay(whole);
      const now = deps.now();
      if (!attempt) {
        const begun = await begin(deps, whole.payment, payer);
        if (begun) return ask(deps, begun);
      } else if (mayBeOpened(attempt, now)) {
        return { url: deps.page(attempt.idOp ?? ''), until: openUntil(attempt) };
      } else if (isLost(attempt, now) || mayLook(attempt, now)) {
        await look(deps)({ paymentId, attemptId: attempt.id });
      } else if (attempt.state === 'creating') {
        await deps.pause(betweenRounds);
      } else {
        throw new Refusal('payment-under-way', [{ field: 'until', code: freeAt(attempt) }]);
      }
    }
    throw new Refusal('payment-under-way');
  };
