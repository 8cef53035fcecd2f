import type { State } from './states.ts';

const path = '/agents/adresses';
const seen = 'ancienne.adresse@courriel.example';

/** Requests a contact may belong to, and addresses that are written to no more. */
export const threadingStates: State[] = [
  { name: 'requests it may belong to', path: '/agents/qualification/contact-1', seen: 'peut appartenir' },
  { name: 'addresses that are spared', path, seen },
  { name: 'no address that is spared', path, scenario: 'empty', seen: 'Aucune adresse en échec' },
  {
    name: 'an address to take back',
    path,
    seen,
    reach: async (page) => {
      await page
        .getByRole('button', { name: /Rétablir/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Rétablir l’adresse' }).click();
    },
    dialog: true,
  },
];
