import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const refusal = '/agents/modeles/refus-motive';
const filled = (page: Page) => page.locator('.paper-head').waitFor();

/** States of the pages where letters are written and tried. */
export const templateStates: State[] = [
  { name: 'templates', path: '/agents/modeles', seen: 'Refus motivé', as: 'everything' },
  { name: 'templates, empty', path: '/agents/modeles', scenario: 'empty', seen: 'Aucun modèle' },
  {
    name: 'templates, none found',
    path: '/agents/modeles',
    seen: 'Refus motivé',
    reach: async (page) => {
      await page.getByLabel('Chercher un modèle').fill('zzz');
      await page.getByText('Aucun modèle ne correspond').waitFor();
    },
  },
  { name: 'template', path: refusal, seen: 'Insérer dans le texte', reach: filled },
  {
    name: 'template, block',
    path: '/agents/modeles/bloc-contact',
    seen: 'Lettres qui reprennent',
    reach: filled,
  },
  {
    name: 'template with everything in it',
    as: 'administrator',
    path: refusal,
    seen: 'Insérer dans le texte',
    reach: async (page) => {
      await filled(page);
      await page.getByRole('button', { name: 'Ajouter une étape' }).click();
      await page.getByLabel('Quoi').selectOption('condition');
      await page.getByText('Services', { exact: true }).first().click();
      await page.getByText('Versions', { exact: true }).click();
    },
  },
  {
    name: 'template, wrong',
    as: 'administrator',
    path: refusal,
    seen: 'Insérer dans le texte',
    reach: async (page) => {
      await page
        .getByLabel('Texte', { exact: true })
        .fill('Bonjour {{nobody}}, {{#if name}} votre demande est refusée.');
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('n’est pas un champ connu').first().waitFor();
    },
  },
  {
    name: 'template, changed meanwhile',
    as: 'administrator',
    path: refusal,
    scenario: 'conflict',
    seen: 'Insérer dans le texte',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.getByText('entre-temps').first().waitFor();
    },
  },
  { name: 'new template', path: '/agents/modeles/nouveau', as: 'administrator', seen: 'Identifiant' },
];
