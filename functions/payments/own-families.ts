import type { Caller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { familyNumber } from './family.ts';
import type * as api from './family-api.ts';
import type { FamilyTable } from './family-table.adapter.ts';
import { depositLabel } from './messages/labels-fr.ts';
import { accountOf, findOwn, type OwnDeps } from './own.ts';
import { newPayment, type Payment } from './payment.ts';
import { paymentView } from './view.ts';

export type FamilyDeps = OwnDeps & {
  table: Pick<FamilyTable, 'read' | 'lines' | 'follow' | 'leave'>;
  save(before: Payment | null, change: { payment: Payment }): Promise<boolean>;
  newId(): string;
};
const onePage = 20;

const account = (caller: Caller): string => {
  const found = accountOf(caller);
  if (!found) throw new Refusal('forbidden');
  return found;
};
/** A family that the account follows; refuses `not-found` for any other. */
const followed = async (deps: FamilyDeps, typed: string, caller: Caller): Promise<string> => {
  const number = familyNumber(typed);
  const families = await deps.familiesOf(account(caller));
  if (!number || !families.includes(number)) throw new Refusal('not-found');
  return number;
};
const viewOf = async ({ table }: FamilyDeps, number: string) => {
  const family = await table.read(number);
  return { number, label: family?.label ?? '', balance: family?.balance ?? 0 };
};

export const ownFamilies =
  (deps: FamilyDeps) =>
  async (_input: unknown, caller: Caller): Promise<ReplyOf<typeof api.listFamilies>> => {
    const numbers = await deps.familiesOf(account(caller));
    return { families: await Promise.all(numbers.map((number) => viewOf(deps, number))), now: deps.now() };
  };

/** Followed from now on, for who knows an invoice of it. Refuses `not-found` and `too-many-requests`. */
export const join =
  (deps: FamilyDeps) =>
  async (input: InputOf<typeof api.joinFamily>, caller: Caller): Promise<ReplyOf<typeof api.joinFamily>> => {
    const own = account(caller);
    const { payment } = await findOwn(deps)(input, caller);
    const number = payment.family ?? '';
    await deps.table.follow(own, number, deps.now());
    return viewOf(deps, number);
  };

export const leave =
  (deps: FamilyDeps) =>
  async ({ params }: InputOf<typeof api.leaveFamily>, caller: Caller): Promise<undefined> => {
    await deps.table.leave(account(caller), await followed(deps, params.number, caller));
    return undefined;
  };

export const lines =
  (deps: FamilyDeps) =>
  async (
    { params, query }: InputOf<typeof api.listLines>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.listLines>> => {
    const number = await followed(deps, params.number, caller);
    const page = await deps.table.lines(number, onePage, query.after);
    return { lines: page.items, next: page.next, now: deps.now() };
  };

/** Something to pay into the account; the same key is the same deposit. */
export const newDeposit =
  (deps: FamilyDeps) =>
  async (
    { params, body, headers }: InputOf<typeof api.deposit>,
    caller: Caller,
  ): Promise<ReplyOf<typeof api.deposit>> => {
    const own = account(caller);
    const number = await followed(deps, params.number, caller);
    const now = deps.now();
    // 22 capitals and digits of the key: 30 at most with the letter in front, and the same key gives the same.
    const payRef = `D${headers['idempotency-key']
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, 24)
      .padEnd(8, '0')}`;
    const made = newPayment({
      ...{ id: deps.newId(), kind: 'deposit', cents: body.cents, label: depositLabel(number), payRef },
      ...{ year: Number(now.slice(0, 4)), createdAt: now, account: own, family: number },
    });
    const isNew = await deps.save(null, { payment: made });
    const there = isNew
      ? { payment: made, attempts: [], refunds: [] }
      : await deps.payments.byReference(payRef);
    if (!there || there.payment.account !== own) throw new Refusal('idempotency-key-reused');
    return { payment: paymentView(there, now), now };
  };
