import type { Caller } from '../agents/caller.ts';
import { actorOf, labelOf } from '../requests/held.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { refundAsked } from './decide.ts';
import type { Whole } from './items.ts';
import { look } from './look.ts';
import { findOwn, type OwnDeps, ownPayment } from './own.ts';
import type { askRefund, findInvoice, readPayment, startPayment } from './public-api.ts';
import { type StartDeps, type Started, start } from './start.ts';
import { paymentView } from './view.ts';

export type PayDeps = OwnDeps & StartDeps;
type Shown = ReplyOf<typeof readPayment>;

const shown = async (deps: PayDeps, whole: Whole): Promise<Shown> => {
  const { payfip }: Authority = await deps.authority();
  const now = deps.now();
  return { payment: paymentView(whole, now), test: payfip?.saisie === 'T', now };
};

/** One payment; while its result is not known, whoever looks makes the product ask. */
export const show =
  (deps: PayDeps) =>
  async ({ params, headers }: InputOf<typeof readPayment>, caller: Caller): Promise<Shown> => {
    const whole = await ownPayment(deps, { ...params, headers }, caller);
    const { payment } = whole;
    if (payment.state !== 'paying' || !payment.attempt) return shown(deps, whole);
    await look(deps)({ paymentId: payment.id, attemptId: payment.attempt });
    return shown(deps, (await deps.payments.read(payment.id)) ?? whole);
  };

export const pay =
  (deps: PayDeps) =>
  async ({ params, headers, body }: InputOf<typeof startPayment>, caller: Caller): Promise<Started> => {
    const { payment } = await ownPayment(deps, { ...params, headers }, caller);
    const own = caller.kind === 'citizen' ? caller.citizen.email : null;
    const email = body.email ?? payment.email ?? own;
    if (!email) throw new Refusal('invalid-input', [{ field: 'email', code: 'required' }]);
    return start(deps)(payment.id, { email, ...labelOf(caller) });
  };

export const find =
  (deps: PayDeps) =>
  async (input: InputOf<typeof findInvoice>, caller: Caller): Promise<ReplyOf<typeof findInvoice>> => {
    const whole = await findOwn(deps)(input, caller);
    return { ...(await shown(deps, whole)), pass: await deps.passes.give(whole.payment.id) };
  };

/** The person asks for their money back; asked again, it is the same question. */
export const askBack =
  (deps: PayDeps) =>
  async ({ params, headers, body }: InputOf<typeof askRefund>, caller: Caller): Promise<Shown> => {
    const whole = await ownPayment(deps, { ...params, headers }, caller);
    const { payment } = whole;
    if (payment.state === 'refund-asked') return shown(deps, whole);
    // What lies in an account is given back by finance, when it is closed.
    if (payment.kind === 'deposit') throw new Refusal('not-allowed-in-state');
    const given = { text: body.text, by: actorOf(caller), now: deps.now() };
    const isDone = await deps.save(payment, refundAsked(whole, given));
    if (!isDone) throw new Refusal('conflict');
    return shown(deps, (await deps.payments.read(payment.id)) ?? whole);
  };
