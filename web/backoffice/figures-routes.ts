import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** How many ask what and how long they wait, and what people think of the answers they were given. */
export const figuresRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  {
    ...{ path: `${base}/activite`, title: titles.activity, lazy },
    ...{ name: 'activity', place: 'activity' },
  },
  {
    ...{ path: `${base}/satisfaction`, title: titles.satisfaction, lazy },
    ...{ name: 'satisfaction', place: 'satisfaction' },
  },
];
