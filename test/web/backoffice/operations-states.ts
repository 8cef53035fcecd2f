import type { State } from './states.ts';

const here = '/agents/echecs';

/** What failed: nothing, some, one place in detail, one letter set aside. */
export const operationsStates: State[] = [
  { name: 'nothing failed', path: here, as: 'administrator', scenario: 'empty', seen: 'Rien n’est en échec' },
  { name: 'failures, in error', path: here, as: 'administrator', scenario: 'error', seen: 'Réessayer' },
  {
    name: 'failures, one in detail',
    path: here,
    as: 'administrator',
    seen: '2 opérations en attente',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Voir le détail Réception' }).click();
      await page.getByText('Un service n’a pas répondu à temps').waitFor();
    },
  },
  {
    name: 'setting a failure aside',
    path: here,
    as: 'administrator',
    seen: '2 opérations en attente',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Voir le détail Réception' }).click();
      await page
        .getByRole('button', { name: /Écarter/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Écarter' }).click();
    },
    dialog: true,
  },
];
