/** What a payment is called where the authority has not said it. */
export const depositLabel = (family: string): string => `Versement au compte prépayé, famille ${family}`;
/** `2026-11-23` as 23/11/2026. */
const day = (on: string): string => on.split('-').reverse().join('/');
export const mealLabel = (meal: string, child: string, on: string): string => `${meal}, ${child}, ${day(on)}`;
/** Headings of the file for the treasury. */
export const reconciliationHeadings = [
  'Date',
  'Heure',
  'Référence',
  'Objet',
  'Montant',
  'Moyen',
  'Autorisation',
  'Client PayFiP',
  'Exercice',
  'Opération',
  'Résultat',
  'Saisie',
  'État',
];
export const reconciliationTotals = {
  day: (on: string) => `Total du ${day(on)}`,
  all: 'Total général',
  count: (count: number) => `${count} ${count > 1 ? 'opérations' : 'opération'}`,
};
export const means = { P: 'carte', V: 'prélèvement', A: '', R: '', Z: '' } as const;
export const reconciliationName = (from: string, to: string): string => `payfip-${from}-${to}.csv`;
