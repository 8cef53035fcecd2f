import type { State } from './states.ts';

const path = '/agents/apprentissage';
const seen = 'Direction par direction';

/** What is learnt, with and without decisions, and a request that no department keeps. */
export const learningStates: State[] = [
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
