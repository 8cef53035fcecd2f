import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import { operationsRoutes } from './operations-routes.ts';
import type { BackofficeRoute } from './routes.ts';

export type TrustPageName = 'failures' | 'retention' | 'register' | 'proofs';
const lazy = 'web/backoffice/retention-pages.ts';

/** What the authority answers for: what is kept how long, the proofs that nothing is lost or altered, what failed. */
export const trustRoutes = (base: string): BackofficeRoute[] => [
  { path: `${base}/conservation`, title: titles.retention, name: 'retention', lazy, place: 'retention' },
  { path: `${base}/traitements`, title: titles.register, name: 'register', lazy, place: 'retention' },
  { path: `${base}/preuves`, title: titles.proofs, name: 'proofs', lazy, place: 'retention' },
  ...operationsRoutes(base, 'web/backoffice/operations-pages.ts'),
];
