import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** What is told to those who subscribed. Its lines look like those of appointments, and come with them. */
export const subscriptionRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  { path: `${base}/alertes`, title: titles.alerts, name: 'alerts', lazy, place: 'alerts' },
];
