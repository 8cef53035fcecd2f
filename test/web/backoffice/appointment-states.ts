import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const root = '/agents/rendez-vous';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Appointments as those who receive see them: the day, the week, one of them, closings, settings, figures. */
export const appointmentStates: State[] = [
  { name: 'appointments of the day', path: root, seen: 'Morel-Kervadec 2' },
  { name: 'no appointment', path: root, scenario: 'empty', seen: 'Aucun rendez-vous ce jour' },
  { name: 'two hundred appointments', path: root, scenario: 'long', seen: 'Morel-Kervadec 199' },
  { name: 'appointments, in error', path: root, scenario: 'error', seen: 'Réessayer' },
  { name: 'appointments of the week', path: `${root}/semaine?lieu=val-clair`, seen: 'Semaine du' },
  { name: 'an appointment', path: `${root}/a2`, seen: 'ada@example.org' },
  {
    name: 'an appointment being moved',
    path: `${root}/a2`,
    seen: 'ada@example.org',
    reach: async (page) => {
      await press(page, 'Déplacer');
      await page.locator('.slot').first().waitFor();
    },
  },
  {
    name: 'an appointment given at the desk, nothing filled in',
    path: `${root}/nouveau`,
    seen: 'Motif',
    reach: async (page) => {
      await page.selectOption('#book-reason', 'titre');
      await page.locator('.slot').first().waitFor();
      await press(page, 'Donner ce rendez-vous');
      await page.locator('.error-summary').waitFor();
    },
  },
  { name: 'closings', path: `${root}/fermetures`, seen: 'Panne de chauffage' },
  { name: 'no closing', path: `${root}/fermetures`, scenario: 'empty', seen: 'Aucune fermeture' },
  {
    name: 'a closing, and who is concerned',
    path: `${root}/fermetures`,
    seen: 'Panne de chauffage',
    reach: async (page) => {
      await page.fill('#closing-from', '2026-12-01');
      await page.fill('#closing-why', 'Formation');
      await press(page, 'Voir qui est concerné');
      await page.getByText('Fermer et prévenir').waitFor();
    },
  },
  { name: 'settings of appointments', path: `${root}/reglages`, seen: 'Carte d’identité' },
  {
    name: 'settings of appointments, refused',
    path: `${root}/reglages`,
    scenario: 'conflict',
    seen: 'Carte d’identité',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Modifier Mairie de Val-Clair' }).click();
      await press(page, 'Enregistrer');
      await page.getByText('À corriger avant d’enregistrer').waitFor();
    },
  },
  { name: 'figures of appointments', path: `${root}/chiffres`, seen: 'Absences' },
  {
    name: 'no figures of appointments',
    path: `${root}/chiffres`,
    scenario: 'empty',
    seen: 'Aucun rendez-vous ce mois-ci',
  },
];
export const appointmentsOnPhones = [
  'appointments of the day',
  'appointments of the week',
  'a closing, and who is concerned',
];
