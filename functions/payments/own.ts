import { type Caller, subjectOf } from '../agents/caller.ts';
import { type HeldDeps, held } from '../requests/held.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { familyNumber } from './family.ts';
import { invoiceReference } from './invoice.ts';
import { ofAccount, ofFamily, type Whole } from './items.ts';
import type { Payment } from './payment.ts';
import type { PaymentTable } from './payment-table.adapter.ts';
import type { findInvoice, listPayments, PaymentList } from './public-api.ts';
import { paymentView } from './view.ts';

type Keys = { 'x-tracking-code'?: string | undefined; 'x-payment-pass'?: string | undefined };
export type OwnDeps = Omit<HeldDeps, 'authority'> & {
  payments: Pick<PaymentTable, 'read' | 'ofRequest' | 'ofOwner' | 'byReference'>;
  /** Families that an account follows. */
  familiesOf(account: string): Promise<string[]>;
  passes: {
    give(paymentId: string): Promise<string>;
    isOf(paymentId: string, pass: string): Promise<boolean>;
  };
  /** Counts one more wrong try today and answers how many there were. */
  countTry(kind: 'address' | 'family', value: string): Promise<number>;
  giveBackTry(kind: 'address' | 'family', value: string): Promise<void>;
  authority(): Promise<Authority>;
};
const onePage = 20;
const mostTries = { address: 30, family: 10 } as const;

/** Whose payments an account sees: a mandate opens them only when it names them. */
export const accountOf = (caller: Caller): string | null => {
  if (caller.kind !== 'citizen') return null;
  const { citizen } = caller;
  return !citizen.actingFor || citizen.actingFor.scope.includes('payments')
    ? subjectOf(citizen).account
    : null;
};

const opensByAccount = async (deps: OwnDeps, { payment }: Whole, caller: Caller): Promise<boolean> => {
  const account = accountOf(caller);
  if (!account) return false;
  if (payment.account === account) return true;
  return payment.family !== null && (await deps.familiesOf(account)).includes(payment.family);
};

/**
 * A payment for whoever may see it: its account, who holds the code of its request, who knew its invoice. Refuses `not-found`
 * to everybody else, whether it exists or not.
 */
export const ownPayment = async (
  deps: OwnDeps,
  { id, headers }: { id: string; headers: Keys },
  caller: Caller,
): Promise<Whole> => {
  const whole = await deps.payments.read(id);
  if (!whole) throw new Refusal('not-found');
  if (await opensByAccount(deps, whole, caller)) return whole;
  const { reference } = whole.payment;
  const pass = headers['x-payment-pass'];
  if (pass && (await deps.passes.isOf(id, pass))) return whole;
  const code = headers['x-tracking-code'];
  const mayHold = reference && (code || accountOf(caller));
  if (mayHold)
    await held(deps, { params: { reference }, headers: { 'x-tracking-code': code } }, caller).catch(() => {
      throw new Refusal('not-found');
    });
  if (!mayHold) throw new Refusal('not-found');
  return whole;
};

const shown = async (
  deps: OwnDeps,
  payments: Whole['payment'][],
  next: string | null,
): Promise<PaymentList> => {
  const now = deps.now();
  const wholes = await Promise.all(payments.map(({ id }) => deps.payments.read(id)));
  const { payfip } = await deps.authority();
  return {
    payments: wholes.flatMap((whole) => (whole ? [paymentView(whole, now)] : [])),
    ...{ next, now, test: payfip?.saisie === 'T' },
  };
};

/** What is owed for a request, or by an account and its families. */
export const list =
  (deps: OwnDeps) =>
  async ({ query, headers }: InputOf<typeof listPayments>, caller: Caller): Promise<PaymentList> => {
    if (query.reference) {
      const code = { 'x-tracking-code': headers['x-tracking-code'] };
      const { request } = await held(deps, { params: { reference: query.reference }, headers: code }, caller);
      return shown(deps, await deps.payments.ofRequest(request.reference), null);
    }
    const account = accountOf(caller);
    if (!account) throw new Refusal('invalid-input', [{ field: 'reference', code: 'required' }]);
    // One list after the other, each by its pages: `after` says in which one it stopped.
    const owners = [ofAccount(account), ...(await deps.familiesOf(account)).map(ofFamily)];
    const [owner, since] = query.after?.split('|') ?? [];
    const found = new Map<string, Payment>();
    let [at, after] = [Math.max(0, owners.indexOf(owner ?? '')), since || undefined];
    while (at < owners.length && found.size < onePage) {
      const page = await deps.payments.ofOwner(owners[at] ?? '', onePage - found.size, after);
      for (const payment of page.items) found.set(payment.id, payment);
      after = page.next ?? undefined;
      if (!after) at += 1;
    }
    const next = at < owners.length ? `${owners[at]}|${after ?? ''}` : null;
    return shown(deps, [...found.values()], next);
  };

/** The invoice of who knows three things of it; wrong tries are counted by caller and by family. */
export const findOwn =
  (deps: OwnDeps) =>
  async (
    { body }: Pick<InputOf<typeof findInvoice>, 'body'>,
    { address }: Pick<Caller, 'address'>,
  ): Promise<Whole> => {
    const family = familyNumber(body.family);
    const tried: ['address' | 'family', string][] = [
      ['address', address],
      ...(family ? [['family', family] as ['family', string]] : []),
    ];
    const counts = await Promise.all(
      tried.map(async ([kind, value]) => (await deps.countTry(kind, value)) > mostTries[kind]),
    );
    if (counts.includes(true)) throw new Refusal('too-many-requests');
    const payRef = invoiceReference(body.invoice);
    const whole = payRef ? await deps.payments.byReference(payRef) : null;
    const { payment } = whole ?? {};
    const isRight = payment?.kind === 'invoice' && payment.family === family && payment.cents === body.cents;
    if (!whole || !isRight) throw new Refusal('not-found');
    await Promise.all(tried.map(([kind, value]) => deps.giveBackTry(kind, value)));
    return whole;
  };
