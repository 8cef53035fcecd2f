import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const doubts = '/agents/lots/lot-2/doutes/f1';
const decideAll = async (page: Page) => {
  await page.getByRole('button', { name: 'Couper' }).click();
  await page.getByRole('button', { name: 'Joindre' }).click();
  await page.getByText('Tout est décidé').first().waitFor();
};

/** The pages of the scanning clerk: batches, a batch, and the doubts of a file. */
export const scanningStates: State[] = [
  { name: 'batches', path: '/agents/lots', seen: 'Doutes à lever' },
  { name: 'batches, empty', path: '/agents/lots', scenario: 'empty', seen: 'Aucun lot numérisé' },
  {
    name: 'batches of a day without any',
    path: '/agents/lots?le=2026-11-01',
    scenario: 'empty',
    seen: 'Aucun lot ce jour-là',
  },
  {
    name: 'letters found by their words',
    path: '/agents/lots',
    seen: 'Doutes à lever',
    reach: async (page) => {
      await page.getByLabel('Mots du courrier').fill('marchand');
      await page.getByRole('button', { name: 'Chercher', exact: true }).click();
      await page.getByText('2 courriers trouvés').first().waitFor();
    },
  },
  {
    name: 'no letter found',
    path: '/agents/lots',
    seen: 'Doutes à lever',
    reach: async (page) => {
      await page.getByLabel('Mots du courrier').fill('rien');
      await page.getByRole('button', { name: 'Chercher', exact: true }).click();
      await page.getByText('Aucun courrier trouvé').first().waitFor();
    },
  },
  {
    name: 'sheets for a procedure, none chosen',
    path: '/agents/lots',
    seen: 'Doutes à lever',
    reach: async (page) => {
      await page.getByLabel('Feuille', { exact: true }).selectOption('procedure');
      await page.getByRole('button', { name: 'Télécharger le PDF' }).click();
    },
  },
  { name: 'batch being read', path: '/agents/lots/lot-3', seen: 'en cours de lecture' },
  { name: 'batch that goes on tomorrow', path: '/agents/lots/lot-4', seen: 'seront lues demain' },
  { name: 'batch with refused files', path: '/agents/lots/lot-2', seen: 'mot de passe' },
  { name: 'batch with a correction to make', path: '/agents/lots/lot-1', seen: 'page à reprendre' },
  {
    name: 'replacing a page, no file chosen',
    path: '/agents/lots/lot-2',
    seen: 'mot de passe',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Remplacer par un nouveau scan' }).first().click();
      await page.getByRole('button', { name: 'Remplacer la page' }).click();
    },
    dialog: true,
  },
  { name: 'doubts', path: doubts, seen: 'Plutôt deux courriers' },
  { name: 'doubts, none', path: doubts, scenario: 'empty', seen: 'Aucun doute dans ce fichier' },
  { name: 'doubts, while loading', path: doubts, scenario: 'slow', seen: 'Chargement' },
  { name: 'doubts, all decided', path: doubts, seen: 'Plutôt deux courriers', reach: decideAll },
  {
    name: 'doubts, a page enlarged',
    path: doubts,
    seen: 'Plutôt deux courriers',
    reach: (page) => page.getByRole('button', { name: 'Agrandir Page 3' }).click(),
    dialog: true,
  },
  {
    name: 'doubts, overtaken by a request',
    path: doubts,
    scenario: 'conflict',
    seen: 'Plutôt deux courriers',
    reach: async (page) => {
      await page.keyboard.press('c');
      await page.getByText('est déjà dans la demande').waitFor();
    },
  },
];
export const scanningOnPhones = [
  'batches',
  'batch with refused files',
  'doubts',
  'doubts, all decided',
  'batch with a correction to make',
];
