import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const path = '/agents/fiches';
const publish = (seen: string) => async (page: Page) => {
  await page.getByRole('button', { name: 'Publier' }).click();
  await page.getByText(seen).first().waitFor();
};

const written: State[] = [
  { name: 'articles', path, seen: 'Demander un acte' },
  { name: 'articles, none', path, scenario: 'empty', seen: 'Aucune fiche' },
  { name: 'articles, in error', path, scenario: 'error', seen: 'Réessayer' },
  {
    name: 'articles found by words',
    path,
    seen: 'Demander un acte',
    reach: async (page) => {
      await page.getByLabel('Chercher par mots').fill('mariage');
      await page.getByText('4 fiches').waitFor();
    },
  },
  { name: 'article', path: `${path}/fiche-0`, seen: 'Aperçu', reach: publish('Publiée.') },
  {
    name: 'article published by somebody else meanwhile',
    path: `${path}/fiche-0`,
    scenario: 'conflict',
    seen: 'Aperçu',
    reach: publish('Quelqu’un a publié'),
  },
  {
    name: 'article not filled in',
    path: `${path}/nouvelle`,
    seen: 'Aperçu',
    reach: publish('Donnez un titre'),
  },
  {
    name: 'former version taken back',
    path: `${path}/fiche-0`,
    seen: 'Versions',
    reach: async (page) => {
      await page.getByRole('button', { name: /Reprendre.*version 2/ }).click();
      await page.getByText('est dans le formulaire').waitFor();
    },
  },
];
/** Articles from their list to their former versions; what a search finds of them. */
export const knowledgeStates: State[] = [
  ...written.map((state) => ({ ...state, as: 'quality' })),
  {
    name: 'knowledge beside people and requests',
    path: '/agents/recherche',
    seen: 'Que cherchez-vous',
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Rechercher' }).fill('marchand');
      await page.keyboard.press('Enter');
      await page.getByText('Fiches, démarches et modèles').waitFor();
    },
  },
];
