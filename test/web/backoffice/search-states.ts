import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Rechercher' });
const ask = (words: string, seen: string) => async (page: Page) => {
  await box(page).fill(words);
  await page.keyboard.press('Enter');
  await page.getByText(seen).first().waitFor();
};
const path = '/agents/recherche';
const seen = 'Que cherchez-vous';

/** The search from its box to its page. */
export const searchStates: State[] = [
  { name: 'search without words', path, seen, reach: async () => undefined },
  { name: 'results', path, seen, reach: ask('marchand', 'Réponses déjà données') },
  { name: 'nothing found', path, seen, reach: ask('zzz', 'ne correspond à') },
  {
    name: 'suggestions',
    path: '/agents/aide',
    seen: 'Aide et raccourcis clavier',
    reach: async (page) => {
      await box(page).fill('marchand');
      await page.getByRole('option', { name: 'Odile Marchand' }).first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
];
