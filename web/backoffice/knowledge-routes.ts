import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** The pages of those who keep the articles. */
export const knowledgeRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  { path: `${base}/fiches`, title: titles.articles, name: 'articles', lazy, place: 'articles' },
  { path: `${base}/fiches/:id`, title: titles.article, name: 'article', lazy, place: 'articles' },
];
