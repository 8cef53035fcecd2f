import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const path = '/agents/repartition?direction=voirie';
const seen = 'Karim Belaïd';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const edit = (page: Page) => press(page, 'Modifier les règles');

/** The work of a department as its head sees it, moves it and says the rules. */
export const distributionStates: State[] = [
  { name: 'sharing out', path, seen },
  { name: 'sharing out, nobody and no rules', path, scenario: 'empty', seen: 'pas encore de règles' },
  { name: 'sharing out, in error', path, scenario: 'error', seen: 'Réessayer' },
  { name: 'sharing out a thousand', path, scenario: 'long', seen: 'plus de 1' },
  {
    name: 'the common basket, nothing chosen',
    path: `${path}&panier=1`,
    seen: 'Dans le panier commun',
    reach: async (page) => {
      await page.getByRole('checkbox', { name: 'Choisir toute la page' }).waitFor();
      await press(page, 'Confier');
      await page.getByText('Choisissez au moins une demande').waitFor();
    },
  },
  {
    name: 'requests given, one of which could not be',
    path: `${path}&agent=p.oudin`,
    seen: 'Demandes de Pascale Oudin',
    reach: async (page) => {
      await page.getByRole('checkbox', { name: 'Choisir toute la page' }).check();
      await page.getByLabel('Confier à').selectOption('k.belaid');
      await press(page, 'Confier');
      await page.getByText('une réponse a été décidée').waitFor();
    },
  },
  { name: 'an empty basket', path: `${path}&panier=1`, scenario: 'empty', seen: 'Le panier est vide' },
  {
    name: 'a rule in its form',
    path,
    seen,
    reach: async (page) => {
      await edit(page);
      await press(page, 'Modifier Demandes complexes');
      await page.getByLabel('Mots de la demande').waitFor();
    },
  },
  {
    name: 'rules that were tried',
    path,
    seen,
    reach: async (page) => {
      await edit(page);
      await press(page, /^Essayer/);
      await page.getByRole('heading', { name: 'Ce que ces règles' }).waitFor();
    },
  },
  {
    name: 'what somebody knows',
    path,
    seen,
    reach: async (page) => {
      await press(page, 'Compétences et temps Karim');
      await page.getByLabel('Temps de travail').fill('5');
      await press(page, 'Enregistrer');
      await page.getByText('Écrivez un nombre de 10 à 100').waitFor();
    },
    dialog: true,
  },
];
