import { accessibility, help, signIn } from '../ui/messages/backoffice-help-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** What is read once: the help and the declaration of accessibility; and the way in, which comes with the application. */
export const guideRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  { path: `${base}/aide`, title: help.title, name: 'help', lazy },
  { path: `${base}/accessibilite`, title: accessibility.title, name: 'accessibility', lazy, open: true },
  { path: `${base}/connexion`, title: signIn.title, name: 'sign-in', open: true },
];
