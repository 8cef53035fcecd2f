import { euros } from './numbers.ts';

/** Beside a request: what there is to pay for it. */
export const dueLink = {
  title: (cents: number): string => `À payer : ${euros(cents)}`,
  text: 'Vous payez par carte bancaire ou par prélèvement, sur PayFiP, le site de paiement des finances publiques.',
  pay: 'Voir et payer',
  paid: (cents: number): string => `Vous avez payé ${euros(cents)} pour cette demande.`,
};
