/** What somebody owes the authority, until it is paid, given up or repaid. Amounts in cents. */
export const paymentStates = ['due', 'paying', 'paid', 'refund-asked', 'refunded', 'cancelled'] as const;
export type PaymentState = (typeof paymentStates)[number];

/** Why nobody may pay it again before an agent has looked: what PayFiP says does not fit what was asked, or it never said. */
export const doubts = ['wrong-amount', 'wrong-reference', 'wrong-client', 'never-known'] as const;
export type Doubt = { reason: (typeof doubts)[number]; attempt: string; at: string };

export type Payment = {
  id: string;
  kind: 'fee' | 'invoice' | 'deposit';
  state: PaymentState;
  cents: number;
  label: string;
  /** What the amount is made of; empty when it is one thing. */
  lines: { label: string; cents: number }[];
  /** Request whose fee it is. */
  reference: string | null;
  account: string | null;
  /** Number of the family in the authority's invoicing, whose invoice or prepaid account it is. */
  family: string | null;
  /** Number of the invoice, as printed on it. */
  invoice: string | null;
  /** `refdet` of PayFiP: 6 to 30 letters and digits, never used twice. */
  payRef: string;
  /** Budget year (`exer`). */
  year: number;
  createdAt: string;
  /** Calendar day. */
  dueOn: string | null;
  /** Where receipts go; what the payer typed last. */
  email: string | null;
  /** Attempt under way, else the last one; the one that paid once paid. */
  attempt: string | null;
  attempts: number;
  /** Instant, and card or debit. */
  paid: { at: string; by: 'card' | 'debit'; authorisation: string | null } | null;
  doubt: Doubt | null;
  /** Nothing of it is owed any more (its request was withdrawn): paid all the same, it is proposed for refund. */
  isDropped: boolean;
  version: number;
};

/** Limits of PayFiP on one payment, in cents: from 1 euro. */
export const leastOnline = 100;
export const mostOnline = 9_999_999;
export const isOnlineAmount = (cents: number): boolean =>
  Number.isInteger(cents) && cents >= leastOnline && cents <= mostOnline;

/** Still to be paid, or being paid. */
export const isOpen = ({ state }: Pick<Payment, 'state'>): boolean => state === 'due' || state === 'paying';

type Given = Pick<Payment, 'id' | 'kind' | 'cents' | 'label' | 'payRef' | 'year' | 'createdAt'> &
  Partial<Payment>;
/** Something is owed from now on. */
export const newPayment = (given: Given): Payment => ({
  state: 'due',
  lines: [],
  reference: null,
  account: null,
  family: null,
  invoice: null,
  dueOn: null,
  email: null,
  attempt: null,
  attempts: 0,
  paid: null,
  doubt: null,
  isDropped: false,
  version: 1,
  ...given,
});
