import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

/** Procedures: their list, those that are shared, and the editor of one. */
export const procedureRoutes = (base: string, lazy: string): BackofficeRoute[] => [
  {
    path: `${base}/demarches`,
    title: titles.procedures,
    name: 'procedures',
    lazy,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/importer`,
    title: titles.procedureImport,
    name: 'procedure-import',
    lazy,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/catalogue`,
    title: titles.procedureCatalogue,
    name: 'procedure-catalogue',
    lazy,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/:id`,
    title: titles.procedure,
    name: 'procedure',
    lazy,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/:id/revisions`,
    title: titles.procedureRevisions,
    name: 'procedure-revisions',
    lazy,
    place: 'procedures',
  },
];
