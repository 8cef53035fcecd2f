import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** What the administrators of the platform look after. */
export const operationsRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  { path: `${base}/echecs`, title: titles.failures, name: 'failures', lazy, place: 'failures' },
];
