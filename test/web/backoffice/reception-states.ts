import type { Page } from 'playwright-core';
import type { State } from './states.ts';

const path = '/agents/accueil';
const seen = 'Fiches pour répondre';
/** Words that find somebody, and Enter. */
const choose = async (page: Page) => {
  await page.locator('#who').fill('marchandau');
  await page.getByRole('option', { name: 'Odette Marchandeau' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Derniers contacts').waitFor();
};
const ask = async (page: Page, topic: string) => {
  await page.getByLabel('Sujet').selectOption(topic);
  await page.getByLabel('Ouvrir une demande').check({ force: true });
};
const open = async (page: Page) => {
  await choose(page);
  await ask(page, 'department:voirie');
  await page.getByLabel('Objet').fill('Lampadaire éteint');
  await page.getByLabel('Ce que la personne demande').fill('Devant le 3.');
  await page.keyboard.press('Control+Enter');
};

/** The desk from hello to the receipt. */
export const receptionStates: State[] = [
  { name: 'desk', path, seen: 'personnes attendent' },
  { name: 'desk where nobody waits', path, seen: 'Personne n’attend', scenario: 'empty' },
  { name: 'desk in error', path, seen: 'Réessayer', scenario: 'error' },
  { name: 'desk with a call and a ticket', path, seen: 'Qui appelle ?', scenario: 'long' },
  {
    name: 'desk, looking for somebody',
    path,
    seen,
    reach: async (page) => {
      await page.locator('#who').fill('marchand');
      await page.getByRole('option', { name: 'Créer la personne' }).waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  { name: 'desk, what waits for somebody', path, seen, reach: choose },
  {
    name: 'desk, somebody new',
    path,
    seen,
    reach: async (page) => {
      await page.locator('#who').fill('zzzz');
      await page.getByText('Personne ne répond').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Est-ce l’une de ces personnes').waitFor();
    },
  },
  {
    name: 'desk with everything missing',
    path,
    seen,
    reach: async (page) => {
      await page.getByLabel('Ouvrir une demande').check({ force: true });
      await page.keyboard.press('Control+Enter');
      await page.getByText('Choisissez le sujet.').first().waitFor();
    },
  },
  {
    name: 'desk, form of a procedure',
    path,
    seen,
    reach: async (page) => {
      await choose(page);
      await page.locator('#topic option[value^="procedure:"]').first().waitFor({ state: 'attached' });
      const topic = await page.locator('#topic option[value^="procedure:"]').first().getAttribute('value');
      await ask(page, topic ?? '');
      await page.getByText('Étape 1 sur').waitFor();
    },
  },
  {
    name: 'desk, articles',
    path,
    seen,
    reach: async (page) => {
      await page.getByLabel('Chercher une fiche').fill('lampadaire');
      await page.getByRole('button', { name: 'Lire Signaler' }).click();
      await page.getByText('Sous trois jours').waitFor();
      await page.getByLabel('Utilisée pour répondre').first().check({ force: true });
    },
  },
  {
    name: 'desk, request opened',
    path,
    seen,
    reach: async (page) => {
      await open(page);
      await page.getByText('6JP7D-7TCFR').waitFor();
    },
  },
  {
    name: 'desk, not recorded',
    path,
    seen,
    scenario: 'conflict',
    reach: async (page) => {
      await open(page);
      await page.getByText('n’est pas enregistré').waitFor();
    },
  },
  {
    name: 'desk, ticket handed',
    path,
    seen,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Donner un ticket' }).click();
      await page.getByRole('button', { name: 'Donner le ticket' }).click();
      await page.getByText('A009').waitFor();
    },
    dialog: true,
  },
];
export const receptionOnPhones = ['desk', 'desk, what waits for somebody', 'desk, request opened'];
