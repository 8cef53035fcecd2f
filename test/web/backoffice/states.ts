import type { Page } from 'playwright-core';
import type { Scenario } from '../../support/fake-agent-api.ts';
import { alertStates } from './alert-states.ts';
import { appointmentStates } from './appointment-states.ts';
import { callStates } from './call-states.ts';
import { distributionStates } from './distribution-states.ts';
import { knowledgeStates } from './knowledge-states.ts';
import { learningStates } from './learning-states.ts';
import { operationsStates } from './operations-states.ts';
import { paymentStates } from './payment-states.ts';
import { personStates } from './person-states.ts';
import { privacyStates } from './privacy-states.ts';
import { procedureStates } from './procedure-states.ts';
import { reasonsStates } from './reasons-states.ts';
import { receptionStates } from './reception-states.ts';
import { retentionStates } from './retention-states.ts';
import { scanningStates } from './scanning-states.ts';
import { searchStates } from './search-states.ts';
import { templateStates } from './template-states.ts';
import { threadingStates } from './threading-states.ts';

/** A state of a page worth looking at: where, under which conditions, and what to do to reach it. */
export type State = {
  name: string;
  path: string;
  scenario?: Scenario;
  as?: string;
  /** What shows that the state is reached. */
  seen: string;
  reach?: (page: Page) => Promise<unknown>;
  /** Inside an open dialog the rest of the page is out of reach: only axe looks. */
  dialog?: true;
};

const request = '/agents/demandes/VC-2026-000123-W';
const busy = '/agents/demandes/VC-2026-000200-H';
const contact = '/agents/qualification/contact-1';

export const states: readonly State[] = [
  { name: 'sign in', path: '/agents/connexion', seen: 'Se connecter avec ProConnect' },
  { name: 'unknown agent', path: '/agents/connexion?message=unknown', seen: 'pas encore connu' },
  { name: 'board', path: '/agents/', seen: 'Odette Marchandeau' },
  { name: 'board while loading', path: '/agents/', scenario: 'slow', seen: 'Chargement en cours' },
  { name: 'board, empty', path: '/agents/?vue=mine', scenario: 'empty', seen: 'Aucune tâche ne vous' },
  { name: 'board, in error', path: '/agents/', scenario: 'error', seen: 'Réessayer' },
  { name: 'board of a thousand tasks', path: '/agents/', scenario: 'long', seen: '1000 tâches' },
  { name: 'acknowledgements owed', path: '/agents/accuses', seen: 'Sans date légale' },
  {
    name: 'no acknowledgement owed',
    path: '/agents/accuses',
    scenario: 'empty',
    seen: 'Tous les accusés de réception sont partis.',
  },
  {
    name: 'shortcuts',
    path: '/agents/',
    seen: 'Odette Marchandeau',
    reach: (page) => page.keyboard.press('?'),
    dialog: true,
  },
  ...searchStates,
  ...knowledgeStates,
  ...learningStates,
  ...receptionStates,
  ...personStates,
  ...privacyStates,
  ...callStates,
  ...paymentStates,
  ...operationsStates,
  ...retentionStates,
  ...alertStates,
  ...distributionStates,
  ...appointmentStates,
  ...threadingStates,
  ...reasonsStates,
  { name: 'queue', path: '/agents/qualification', seen: 'Commencer par le plus ancien' },
  { name: 'queue, finished', path: '/agents/qualification?fini=1', scenario: 'empty', seen: 'le dernier' },
  { name: 'contact', path: contact, seen: 'Accepter et suivant' },
  { name: 'contact that came by mail', path: '/agents/qualification/contact-4', seen: 'photos.zip' },
  {
    name: 'contact, text that was read',
    path: contact,
    seen: 'Accepter et suivant',
    reach: (page) => page.getByRole('button', { name: 'Texte lu' }).click(),
  },
  {
    name: 'contact, words found and chosen on the last page, written by hand',
    path: '/agents/qualification/contact-2',
    seen: 'Accepter et suivant',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Chercher dans le document' }).click();
      await page.getByLabel('Mots cherchés').fill('page 3');
      await page.locator('.mark-current').first().waitFor({ state: 'attached' });
      await page.locator('.viewer-pane').focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('button', { name: 'Copier' }).waitFor();
    },
  },
  {
    name: 'contact with errors',
    path: contact,
    seen: 'Accepter et suivant',
    reach: async (page) => {
      await page.getByLabel('Objet', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Accepter et suivant' }).click();
    },
  },
  {
    name: 'contact decided by a colleague',
    path: contact,
    scenario: 'conflict',
    seen: 'Accepter et suivant',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Accepter et suivant' }).click();
      await page.getByText('vient d’être traité').waitFor();
    },
  },
  {
    name: 'joining',
    path: contact,
    seen: 'Accepter et suivant',
    reach: (page) => page.getByRole('button', { name: 'Rattacher…' }).click(),
    dialog: true,
  },
  { name: 'quarantine', path: '/agents/quarantaine', seen: 'Ressortir' },
  { name: 'quarantine, empty', path: '/agents/quarantaine', scenario: 'empty', seen: 'quarantaine est vide' },
  { name: 'request', path: request, seen: 'Envoyer le message' },
  {
    name: 'request, answer with errors',
    path: request,
    seen: 'Envoyer le message',
    reach: async (page) => {
      await page.getByRole('radio', { name: 'La réponse' }).check({ force: true });
      await page.getByRole('button', { name: 'Relire et envoyer' }).click();
    },
  },
  {
    name: 'request, confirming',
    path: request,
    seen: 'Envoyer le message',
    reach: async (page) => {
      await page.getByRole('radio', { name: 'La réponse' }).check({ force: true });
      await page.getByLabel('Refusée').check({ force: true });
      await page.getByLabel('Votre texte').fill('Non.');
      await page.getByRole('button', { name: 'Relire et envoyer' }).click();
    },
    dialog: true,
  },
  {
    name: 'assigning',
    path: request,
    seen: 'Envoyer le message',
    reach: (page) => page.getByRole('button', { name: 'Attribuer' }).click(),
    dialog: true,
  },
  { name: 'request, in full instruction', path: busy, seen: 'Pièces demandées à l’usager' },
  {
    name: 'request, a wrong document',
    path: busy,
    seen: 'Un courrier est revenu avec le bordereau',
    reach: (page) => page.getByRole('button', { name: 'Ce n’est pas la bonne pièce' }).click(),
    dialog: true,
  },
  ...(
    [
      ['Demander des pièces', 'asking for documents'],
      ['Demander un avis', 'asking for opinions'],
      ['Suspendre', 'suspending'],
      ['Transmettre à une autre administration', 'handing over'],
      ['Regrouper', 'grouping'],
      ['L’usager renonce', 'giving up'],
    ] as const
  ).map(
    ([button, name]): State => ({
      name: `request, ${name}`,
      path: busy,
      seen: 'Pièces demandées à l’usager',
      reach: async (page) => {
        await page.getByText('Autres actions').click();
        await page.getByRole('button', { name: button, exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('button[type="submit"]').click();
      },
      dialog: true,
    }),
  ),
  { name: 'request not found', path: '/agents/demandes/VC-2026-999999-A', seen: 'Demande introuvable' },
  { name: 'forbidden', path: '/agents/qualification', as: 'instructor', seen: 'Accès réservé' },
  ...scanningStates,
  { name: 'letters', path: '/agents/lettres', seen: 'Marquer postées' },
  { name: 'letters, empty', path: '/agents/lettres', scenario: 'empty', seen: 'Aucune lettre' },
  ...templateStates,
  {
    name: 'letters, for the print room',
    path: '/agents/lettres',
    as: 'scanning',
    seen: 'Préparer un lot',
  },
  {
    name: 'batch for the printer',
    path: '/agents/lettres/lots/2026-11-20-0600',
    as: 'scanning',
    seen: 'Confirmer',
  },
  ...procedureStates,
  { name: 'help', path: '/agents/aide', seen: 'Les mots de l’application' },
  { name: 'accessibility', path: '/agents/accessibilite', seen: 'Défenseur des droits' },
  {
    name: 'not found',
    path: '/agents/aide',
    seen: 'Les mots de l’application',
    reach: async (page) => {
      await page.evaluate(() => {
        history.pushState(null, '', '/agents/nulle-part');
        dispatchEvent(new PopStateEvent('popstate'));
      });
      await page.getByText('Page introuvable').first().waitFor();
    },
  },
];
