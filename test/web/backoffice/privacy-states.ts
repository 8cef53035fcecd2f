import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const open = async (page: Page, seen: string) => {
  await page.getByRole('button', { name: 'Répondre à sa demande' }).click();
  await dialog(page).getByText(seen).waitFor();
};
const erase = (page: Page) => dialog(page).getByRole('button', { name: 'Effacer définitivement' }).click();
const sure = (page: Page) => dialog(page).getByLabel('J’ai vérifié qui est la personne').check();
const title = 'Ses données personnelles';

/** Somebody asks an agent for their data or to be forgotten: the panel, opened in a dialog that keeps the contract as a page. */
export const privacyStates: State[] = [
  {
    name: 'their data, not confirmed yet',
    path: '/agents/personnes/p-1',
    as: 'administrator',
    seen: title,
    reach: async (page) => {
      await open(page, 'cochez celles que la personne retire');
      await erase(page);
      await dialog(page).getByText('Cochez la case pour confirmer').waitFor();
    },
  },
  {
    name: 'their data, reserved to the cabinet',
    path: '/agents/personnes/p-5',
    as: 'administrator',
    seen: title,
    reach: (page) => open(page, 'réservé au cabinet'),
  },
  {
    name: 'their data, an archive on its way',
    path: '/agents/personnes/p-2',
    as: 'administrator',
    seen: title,
    reach: (page) => open(page, 'Archive en préparation'),
  },
  {
    name: 'their data, an archive to hand over',
    path: '/agents/personnes/p-3',
    as: 'administrator',
    seen: title,
    reach: (page) => open(page, 'Télécharger l’archive'),
  },
  {
    name: 'their data, nothing works',
    path: '/agents/personnes/p-0',
    as: 'administrator',
    seen: title,
    reach: async (page) => {
      await open(page, 'n’a pas pu être préparée');
      await dialog(page).getByRole('button', { name: 'Préparer l’archive' }).click();
      await sure(page);
      await erase(page);
      await dialog(page).getByText('Le service rencontre un problème').nth(1).waitFor();
    },
  },
  {
    name: 'their data, being erased',
    path: '/agents/personnes/p-1',
    as: 'administrator',
    seen: title,
    reach: async (page) => {
      await open(page, 'cochez celles que la personne retire');
      await dialog(page).getByLabel('Nid-de-poule devant le 14').check();
      await sure(page);
      await erase(page);
      await page.getByText('Effacement demandé').first().waitFor();
    },
  },
];
