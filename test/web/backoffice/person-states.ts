import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const path = '/agents/personnes/p-1';
const seen = 'Odile Marchand';
const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};

/** Somebody's page, in what it may show and ask, and the list of duplicates. */
export const personStates: State[] = [
  { name: 'person', path, seen: 'Émile Marchand' },
  { name: 'person, nothing known', path, scenario: 'empty', seen: 'Rien n’est connu' },
  { name: 'person, merged', path: '/agents/personnes/p-2', seen: 'Séparer' },
  { name: 'person, perhaps twice', path: '/agents/personnes/p-3', seen: 'Peut-être la même personne' },
  { name: 'person, in error', path, scenario: 'error', seen: 'Réessayer' },
  { name: 'person not found', path: '/agents/personnes/p-404', seen: 'Personne introuvable' },
  {
    name: 'person, everything shown',
    path,
    seen,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Afficher les messages et documents' }).click();
      await page.getByText('photo de la rue.jpg').waitFor();
      await page.getByRole('button', { name: 'Afficher les consultations' }).click();
      await page.getByText('Instruire une demande').last().waitFor();
      await page.getByRole('button', { name: 'Afficher la suite Demandes' }).click();
      await page.getByText('Close').first().waitFor();
    },
  },
  {
    name: 'person, being helped in their name',
    path,
    seen: 'Camille Durand',
    reach: async (page) => {
      await press('Aider cette personne')(page);
      await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir le portail' }).click();
      await page.getByText('Remplissez chaque réponse').waitFor();
    },
    dialog: true,
  },
  {
    name: 'person, giving a mandate at the desk',
    path,
    scenario: 'empty',
    seen: 'Personne ne peut agir',
    reach: press('Noter un mandat'),
    dialog: true,
  },
  { name: 'person, correcting', path, seen, reach: press('Corriger'), dialog: true },
  {
    name: 'person, looking for a relative',
    path,
    seen,
    reach: async (page) => {
      await press('Ajouter un proche')(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Chercher' }).click();
      await dialog.getByText('Écrivez un nom, un').waitFor();
      await dialog.getByLabel('Nom, téléphone').fill('Marchand');
      await dialog.getByRole('button', { name: 'Chercher' }).click();
      await dialog.getByText('Odile Marchand').first().waitFor();
    },
    dialog: true,
  },
  {
    name: 'person, merging',
    path: '/agents/personnes/p-3',
    seen: 'Peut-être la même personne',
    reach: press('C’est la même personne'),
    dialog: true,
  },
  {
    name: 'person, taking a merge back',
    path: '/agents/personnes/p-2',
    seen: 'Séparer',
    reach: press('Séparer'),
    dialog: true,
  },
  { name: 'duplicates', path: '/agents/doublons', seen: 'Odile Marchant' },
  { name: 'no duplicate', path: '/agents/doublons', scenario: 'empty', seen: 'Aucun doublon à examiner' },
  {
    name: 'request of the wrong person',
    path: '/agents/demandes/VC-2026-000123-W',
    seen: 'Reconnue automatiquement',
    reach: press('Ce n’est pas la bonne personne'),
    dialog: true,
  },
];
