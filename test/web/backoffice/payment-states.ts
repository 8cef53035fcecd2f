import type { State } from './states.ts';

const csv = (text: string) => ({ name: 'fichier.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const here = '/agents/paiements';

/** The pages of finance: each list, a refusal with its reason, files checked and compared. */
export const paymentStates: State[] = [
  { name: 'payments received', path: here, seen: 'Reçu le' },
  { name: 'nothing received', path: here, scenario: 'empty', seen: 'Rien reçu ce jour' },
  { name: 'payments, in error', path: here, scenario: 'error', seen: 'Réessayer' },
  { name: 'what is owed', path: `${here}?liste=open`, seen: 'Famille F100' },
  { name: 'a doubt', path: `${here}?liste=doubt`, seen: 'PayFiP indique 4,00' },
  { name: 'refunds', path: `${here}?liste=refunds`, seen: 'Payé deux fois' },
  { name: 'what was repaid', path: `${here}?liste=repaid`, seen: 'Fait le 20 novembre' },
  {
    name: 'refusing a refund',
    path: `${here}?liste=refunds`,
    seen: 'Payé deux fois',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Refuser' }).first().click();
      await page.getByRole('button', { name: 'Valider' }).click();
    },
    dialog: true,
  },
  {
    name: 'files of finance, checked and compared',
    path: `${here}/fichiers`,
    seen: 'Rapprochement',
    reach: async (page) => {
      await page.getByLabel('Fichier des factures').setInputFiles(csv('facture;famille\n'));
      await page.getByRole('button', { name: 'Vérifier Factures' }).click();
      await page.getByText('Réponse à chaque ligne').waitFor();
      await page.getByLabel('Du', { exact: true }).fill('2026-11-20');
      await page.getByLabel('Au', { exact: true }).fill('2026-11-22');
      await page.getByLabel('Fichier du comptable').setInputFiles(csv('reference;montant\n'));
      await page.getByRole('button', { name: 'Comparer' }).click();
      await page.getByText('Encaissé par le comptable').waitFor();
    },
  },
];
