import type { State } from './states.ts';

const path = '/agents/apprentissage';
const seen = 'Direction par direction';

const opinions = '/agents/satisfaction';

/** What is asked and how long it takes; what people think of the answers; what is learnt, with and without decisions, and a request that no department keeps. */
export const learningStates: State[] = [
  { name: 'activity', path: '/agents/activite', as: 'quality', seen: 'Télécharger le tableau' },
  {
    ...{ name: 'activity, nothing in the period', path: '/agents/activite?mois=1&service=voirie' },
    ...{ as: 'quality', scenario: 'empty', seen: 'Aucune demande dans cette période' },
  },
  {
    name: 'activity, in error',
    path: '/agents/activite',
    as: 'quality',
    scenario: 'error',
    seen: 'Réessayer',
  },
  { name: 'satisfaction', path: opinions, as: 'quality', seen: 'Par service' },
  { name: 'satisfaction, none yet', path: opinions, as: 'quality', scenario: 'empty', seen: 'Aucun avis' },
  { name: 'satisfaction, in error', path: opinions, as: 'quality', scenario: 'error', seen: 'Réessayer' },
  { name: 'learning', path, as: 'quality', seen },
  { name: 'learning, nothing decided yet', path, as: 'quality', scenario: 'empty', seen: 'Rien à apprendre' },
  { name: 'learning, in error', path, as: 'quality', scenario: 'error', seen: 'Réessayer' },
  {
    name: 'learning, deciding whose a request is',
    path,
    as: 'quality',
    seen,
    reach: (page) => page.getByRole('button', { name: 'Arbitrer' }).click(),
    dialog: true,
  },
];
