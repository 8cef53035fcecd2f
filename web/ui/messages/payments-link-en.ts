import { euros } from './numbers.ts';
import type { dueLink as French } from './payments-link-fr.ts';

export const dueLink: typeof French = {
  title: (cents: number): string => `To pay: ${euros(cents)}`,
  text: 'You pay by bank card or direct debit, on PayFiP, the payment site of the French treasury.',
  pay: 'See and pay',
  paid: (cents: number): string => `You paid ${euros(cents)} for this request.`,
};
