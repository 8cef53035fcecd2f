import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** The pages of the telephone. A call-back is opened from the board by any agent who sees it there. */
export const callRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  {
    path: `${base}/rappels`,
    title: titles.callBacks,
    name: 'call-backs',
    lazy: lazy,
    place: 'calls',
  },
  { path: `${base}/rappels/:contactId`, title: titles.callBack, name: 'call-back', lazy: lazy },
  { path: `${base}/appels`, title: titles.calls, name: 'calls', lazy: lazy, place: 'calls' },
  { path: `${base}/messages`, title: titles.notices, name: 'notices', lazy: lazy, place: 'calls' },
];
