import { expect } from 'vitest';
import { reportReference } from '../../support/fake-agent-alerts.ts';
import type { State } from './states.ts';

const path = '/agents/alertes';
const written: State[] = [
  { name: 'alerts', path, seen: 'Collecte avancée' },
  { name: 'alerts, none', path, scenario: 'empty', seen: 'Écrire' },
  {
    name: 'alert not filled in',
    path,
    seen: 'Collecte avancée',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Écrire' }).click();
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'alert sent to many',
    path,
    seen: 'Collecte avancée',
    reach: async (page) => {
      await page.getByRole('button', { name: /Collecte avancée/ }).click();
      await page.getByText('412').first().waitFor();
    },
  },
  {
    name: 'alert for a day and an hour of the authority',
    path,
    seen: 'Rue des Lilas',
    reach: async (page) => {
      await page.getByRole('button', { name: /Rue des Lilas/ }).click();
      await page.getByLabel('À un moment choisi').check();
      await page.locator('#depart').fill('2026-12-03T08:15');
      const [sent] = await Promise.all([
        page.waitForRequest('**/api/agent/alerts/draft/send'),
        page.getByRole('button', { name: 'Envoyer à 450' }).click(),
      ]);
      expect(sent.postDataJSON().sendAt).toBe('2026-12-03T07:15:00.000Z');
      await page.getByText('3 décembre 2026 à 8 h 15').first().waitFor();
    },
  },
];
/** What is told to subscribers, and where a report is. */
export const alertStates: State[] = [
  ...written.map((state) => ({ ...state, as: 'quality' })),
  {
    name: 'request that reports something in the street',
    path: `/agents/demandes/${reportReference}`,
    seen: 'Lieu du signalement',
    reach: async (page) => {
      await page.locator('path.pin.placed').waitFor();
      // Half past midnight here is the evening before in UTC.
      await page.getByText('reçue le 21 novembre 2026').waitFor();
    },
  },
];
