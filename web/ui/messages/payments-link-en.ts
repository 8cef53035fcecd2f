import { locale } from './dates.ts';
import type { dueLink as French } from './payments-link-fr.ts';

/** "€30.00". */
export const euros = (cents: number): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

export const dueLink: typeof French = {
  title: (cents: number): string => `To pay: ${euros(cents)}`,
  text: 'You pay by bank card or direct debit, on PayFiP, the payment site of the French treasury.',
  pay: 'See and pay',
  paid: (cents: number): string => `You paid ${euros(cents)} for this request.`,
};
