import { euros } from './numbers.ts';
import type { dueLink as French } from './payments-link-fr.ts';
import { dueLink as french } from './payments-link-fr.ts';

export const dueLink: typeof French = {
  ...french,
  title: (cents: number): string => `Vous devez payer ${euros(cents)}`,
  text: 'Vous payez sur le site PayFiP. C’est le site de l’État pour payer.',
  pay: 'Payer',
  paid: (cents: number): string => `Vous avez payé ${euros(cents)}.`,
};
