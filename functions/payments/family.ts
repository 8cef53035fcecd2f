/** One movement of a prepaid account. */
export type PrepaidLine = {
  /** Derived from its cause: the same deposit or the same meal moves the balance once. */
  id: string;
  at: string;
  kind: 'deposit' | 'meal' | 'correction' | 'repaid';
  /** Positive in, negative out. */
  cents: number;
  label: string;
  /** Balance once it counted. */
  balance: number;
};
/** A family of the authority's invoicing: its invoices and its prepaid account (canteen). */
export type Family = {
  number: string;
  label: string;
  email: string | null;
  balance: number;
  version: number;
};

/** One spelling: capitals, no spaces; `null` when it cannot be a family number. */
export const familyNumber = (typed: string): string | null => {
  const number = typed.toUpperCase().replace(/[\s._-]/g, '');
  return /^[A-Z0-9]{3,20}$/.test(number) ? number : null;
};

export const newFamily = (number: string): Family => ({
  number,
  label: '',
  email: null,
  balance: 0,
  version: 0,
});

/** The account after a movement, and the movement as it is kept. */
export const moved = (
  family: Family,
  line: Omit<PrepaidLine, 'balance'>,
): { family: Family; line: PrepaidLine } => {
  const balance = family.balance + line.cents;
  return { family: { ...family, balance, version: family.version + 1 }, line: { ...line, balance } };
};
/** It went below zero by this movement: said to the family and to finance. */
export const wentBelow = (before: Family, after: Family): boolean => before.balance >= 0 && after.balance < 0;
