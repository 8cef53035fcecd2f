/** What somebody owes the authority, until it is paid, given up or repaid. Amounts in cents. */
export const paymentStates = ['due', 'paying', 'paid', 'refund-asked', 'refunded', 'cancelled'] as const;
export type PaymentState = (typeof paymentStates)[number];

export type Payment = {
  id: string;
  kind: 'fee' | 'invoice' | 'deposit';
  state: PaymentState;
  cents: number;
  label: string;
  /** Request whose fee it is. */
  reference: string | null;
  account: string | null;
  /** `refdet` of PayFiP: 6 to 30 letters and digits, never used twice. */
  payRef: string;
  createdAt: string;
  /** Instant, and card or debit. */
  paid: { at: string; by: 'card' | 'debit'; authorisation: string | null } | null;
};
