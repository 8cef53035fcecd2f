import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** The pages of those who keep the accounts. */
export const paymentRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  { path: `${base}/paiements`, title: titles.payments, name: 'payments', lazy, place: 'payments' },
  {
    path: `${base}/paiements/fichiers`,
    title: titles.paymentFiles,
    name: 'payment-files',
    lazy,
    place: 'payments',
  },
];
