import type { State } from './states.ts';

const here = '/agents/conservation';

/** What is kept how long: nothing to decide, a slip to decide, the register, proofs that found something. */
export const retentionStates: State[] = [
  {
    name: 'nothing kept too long',
    path: here,
    as: 'administrator',
    scenario: 'empty',
    seen: 'Aucun bordereau',
  },
  {
    name: 'a slip to decide',
    path: here,
    as: 'administrator',
    seen: 'Demander une place au marché',
    reach: async (page) => {
      await page.getByText('Décider', { exact: true }).click();
      await page.getByRole('button', { name: 'Enregistrer le visa' }).click();
      await page.getByText('Écrivez le numéro et la date').waitFor();
    },
  },
  { name: 'register of processing', path: '/agents/traitements', as: 'administrator', seen: '2 traitements' },
  {
    name: 'proofs that found something',
    path: '/agents/preuves',
    as: 'administrator',
    seen: 'Arrivé, mais rien n’en a été fait',
  },
];
