import type { State } from './states.ts';

const path = '/agents/qualification/contact-3';
const seen = 'Lu dans le document';

/** What was understood of a document beside it: much of it, another topic, nothing of ours. */
export const reasonsStates: State[] = [
  { name: 'twenty values read and a second topic', path, seen },
  {
    name: 'every value read, one shown in the document, the second topic opened along',
    path,
    seen,
    reach: async (page) => {
      await page.getByRole('button', { name: /Ouvrir aussi une demande/ }).click();
      await page.getByRole('button', { name: /Voir les \d+ autres/ }).click();
      await page.getByRole('button', { name: /Immatriculation/ }).click();
      await page.locator('.mark-current').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'a letter that is not ours',
    path: '/agents/qualification/contact-5',
    seen: 'Ouvrir pour transmettre',
  },
  { name: 'waves of similar requests', path: '/agents/vagues', seen: 'quartier des Tanneries' },
  { name: 'no wave', path: '/agents/vagues', scenario: 'empty', seen: 'Rien de groupé' },
  {
    name: 'a wave, some of it refused',
    path: '/agents/vagues/eau-assainissement~VC-2026-000131-R',
    seen: 'Mène le groupe',
    reach: async (page) => {
      await page.getByRole('button', { name: /Grouper les/ }).click();
      await page.getByText('doit avoir sa propre lettre').waitFor();
    },
  },
];
