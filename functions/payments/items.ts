import type { BusEvent } from '../shared/events.ts';
import type { Attempt } from './attempt.ts';
import { isOpen, type Payment } from './payment.ts';
import { isPending, type Refund } from './refund.ts';

/** A payment with all its tries and refunds, oldest first. */
export type Whole = { payment: Payment; attempts: Attempt[]; refunds: Refund[] };
/** What is written together. `day` of the authority lists what was received. */
export type Change = {
  payment: Payment;
  attempts?: Attempt[];
  refunds?: Refund[];
  events?: BusEvent[];
};
export const lists = ['open', 'doubt', 'refunds', 'repaid'] as const;
export type List = (typeof lists)[number];

type Key = { pk: string; sk: string };
export const payKey = (id: string): string => `PAY#${id}`;
export const dueKey = (id: string): Key => ({ pk: payKey(id), sk: 'DUE' });
export const refKey = (payRef: string): Key => ({ pk: `REF#${payRef.toUpperCase()}`, sk: 'DUE' });
export const opKey = (idOp: string): Key => ({ pk: `IDOP#${idOp.toLowerCase()}`, sk: 'TRY' });
export const ofRequest = (reference: string): string => `REQUEST#${reference}`;
export const ofAccount = (account: string): string => `ACCOUNT#${account}`;
export const ofFamily = (family: string): string => `FAMILY#${family}`;
export const receivedOn = (day: string): string => `RECEIVED#${day}`;
export const listOf = (list: List): string => `LIST#${list}`;

/** Under whose name it is found; what is still owed stands before what is settled, the newest first within each. */
export const pointersOf = (payment: Payment): Key[] => {
  const { id, reference, account, family, createdAt } = payment;
  const sk = `DUE#${isOpen(payment) ? 2 : 1}#${createdAt}#${id}`;
  return [
    ...(reference ? [{ pk: ofRequest(reference), sk: `DUE#${id}` }] : []),
    ...(account ? [{ pk: ofAccount(account), sk }] : []),
    ...(family ? [{ pk: ofFamily(family), sk }] : []),
  ];
};

const listKeys = (payment: Payment): Record<string, string> => {
  const list = payment.doubt ? 'doubt' : isOpen(payment) ? 'open' : null;
  return list ? { gsi1pk: listOf(list), gsi1sk: `${payment.createdAt}#${payment.id}` } : {};
};
export const dueItem = (payment: Payment) => ({ ...dueKey(payment.id), payment, ...listKeys(payment) });
/** @param dayOf calendar day of the authority */
export const attemptItem = (attempt: Attempt, dayOf: (instant: string) => string) => ({
  ...{ pk: payKey(attempt.payment), sk: `TRY#${attempt.startedAt}#${attempt.id}`, attempt },
  ...(attempt.state === 'paid' &&
    attempt.settledAt && {
      gsi1pk: receivedOn(dayOf(attempt.settledAt)),
      gsi1sk: `${attempt.settledAt}#${attempt.id}`,
    }),
});
export const refundItem = (refund: Refund) => ({
  ...{ pk: payKey(refund.payment), sk: `REFUND#${refund.id}`, refund },
  gsi1pk: listOf(isPending(refund) ? 'refunds' : 'repaid'),
  gsi1sk: `${refund.askedAt}#${refund.id}`,
});

type Item = Record<string, unknown> & { sk: string };
export const assemble = (items: readonly Item[]): Whole | null => {
  const under = <T>(prefix: string, name: string): T[] =>
    items.filter(({ sk }) => sk.startsWith(prefix)).map((item) => item[name] as T);
  const [payment] = under<Payment>('DUE', 'payment');
  if (!payment) return null;
  return {
    payment,
    attempts: under<Attempt>('TRY#', 'attempt'),
    refunds: under<Refund>('REFUND#', 'refund'),
  };
};
