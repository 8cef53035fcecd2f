import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** What people think of the answers they were given. */
export const followRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  {
    path: `${base}/satisfaction`,
    title: titles.satisfaction,
    name: 'satisfaction',
    lazy,
    place: 'satisfaction',
  },
];
