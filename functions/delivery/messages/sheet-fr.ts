import type { Envelope } from '../postage.ts';

const envelopes: Record<Envelope, string> = { dl: 'DL, pliées en trois', c4: 'C4, à plat' };
const money = (cents: number): string => `${(cents / 100).toFixed(2).replace('.', ',')} €`;

/** French of the sorting sheet that leads each part of a batch of letters. */
export const sheet = {
  title: (batch: string, part: number, envelope: Envelope, registered: boolean): string =>
    `Lot ${batch}, partie ${part} - ${registered ? 'recommandés avec avis' : 'lettres'}, enveloppes ${envelopes[envelope]}`,
  sums: (letters: number, sheets: number, cents: number): string =>
    `${letters} plis, ${sheets} feuilles recto verso, affranchissement estimé ${money(cents)}`,
  heads: ['N°', 'Référence', 'Destinataire', 'Pages', 'Poids', 'Prix'],
  grams: (grams: number): string => `${grams} g`,
  euros: money,
};
