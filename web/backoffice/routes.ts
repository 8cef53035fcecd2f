import { ackDebt } from '../ui/messages/backoffice-ack-debt-fr.ts';
import { batches } from '../ui/messages/backoffice-batches-fr.ts';
import { board } from '../ui/messages/backoffice-board-fr.ts';
import { accessibility, help, signIn } from '../ui/messages/backoffice-help-fr.ts';
import { peopleTitle } from '../ui/messages/backoffice-people-fr.ts';
import { print } from '../ui/messages/backoffice-print-fr.ts';
import { procedureTitles } from '../ui/messages/backoffice-procedure-titles-fr.ts';
import { qualification } from '../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../ui/messages/backoffice-shell-fr.ts';
import { bookTitles } from '../ui/messages/backoffice-signatures-fr.ts';
import { templateTitles } from '../ui/messages/backoffice-templates-fr.ts';
import type { Place } from './shell/navigation.ts';

/** One address of the agents' application; the build makes one document of each. */
export type BackofficeRoute = {
  /** Pattern of the kit's `matchPath`, from the root of the site. */
  path: string;
  /** Title of the document until the page sets its own. */
  title: string;
  name: PageName;
  /** File that is fetched on the first visit, for the build to announce; the other pages are in the entry. */
  lazy?: string;
  /** Whose roles the page asks for; none when any signed-in agent may read it. */
  place?: Place;
  /** Shown without being signed in. */
  open?: boolean;
};
export type PageName =
  | 'board'
  | 'queue'
  | 'contact'
  | 'quarantine'
  | 'request'
  | 'ack-debt'
  | 'batches'
  | 'batch'
  | 'letters'
  | 'print-batch'
  | 'templates'
  | 'template'
  | 'procedures'
  | 'procedure-import'
  | 'procedure-catalogue'
  | 'procedure-revisions'
  | 'procedure'
  | 'book'
  | 'book-letter'
  | 'people'
  | 'help'
  | 'accessibility'
  | 'sign-in';

export const base = '/agents';
/** Files of the pages that are fetched later, see pages.ts. */
const lots = {
  work: 'web/backoffice/work-pages.ts',
  paper: 'web/backoffice/paper-pages.ts',
  editor: 'web/backoffice/editor-pages.ts',
  book: 'web/backoffice/book-pages.ts',
} as const;

export const routes: readonly BackofficeRoute[] = [
  { path: base, title: board.title, name: 'board', place: 'tasks' },
  {
    path: `${base}/qualification`,
    title: qualification.title,
    name: 'queue',
    place: 'qualification',
  },
  {
    path: `${base}/qualification/:contactId`,
    title: qualification.form,
    name: 'contact',
    lazy: lots.work,
    place: 'qualification',
  },
  {
    path: `${base}/quarantaine`,
    title: qualification.quarantineTitle,
    name: 'quarantine',
    place: 'quarantine',
  },
  {
    path: `${base}/demandes/:reference`,
    title: shell.request,
    name: 'request',
    lazy: lots.work,
    place: 'tasks',
  },
  {
    path: `${base}/accuses`,
    title: ackDebt.title,
    name: 'ack-debt',
    lazy: lots.work,
    place: 'tasks',
  },
  { path: `${base}/lots`, title: batches.title, name: 'batches', lazy: lots.paper, place: 'batches' },
  { path: `${base}/lots/:id`, title: batches.one, name: 'batch', lazy: lots.paper, place: 'batches' },
  { path: `${base}/lettres`, title: print.title, name: 'letters', lazy: lots.paper, place: 'letters' },
  {
    path: `${base}/lettres/lots/:id`,
    title: print.batches,
    name: 'print-batch',
    lazy: lots.paper,
    place: 'letters',
  },
  {
    path: `${base}/modeles`,
    title: templateTitles.all,
    name: 'templates',
    lazy: lots.editor,
    place: 'templates',
  },
  {
    path: `${base}/modeles/:id`,
    title: templateTitles.one,
    name: 'template',
    lazy: lots.editor,
    place: 'templates',
  },
  {
    path: `${base}/demarches`,
    title: procedureTitles.all,
    name: 'procedures',
    lazy: lots.editor,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/importer`,
    title: procedureTitles.import,
    name: 'procedure-import',
    lazy: lots.editor,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/catalogue`,
    title: procedureTitles.catalogue,
    name: 'procedure-catalogue',
    lazy: lots.editor,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/:id`,
    title: procedureTitles.one,
    name: 'procedure',
    lazy: lots.editor,
    place: 'procedures',
  },
  {
    path: `${base}/demarches/:id/revisions`,
    title: procedureTitles.revisions,
    name: 'procedure-revisions',
    lazy: lots.editor,
    place: 'procedures',
  },
  {
    path: `${base}/parapheur`,
    title: bookTitles.book,
    name: 'book',
    lazy: lots.book,
    place: 'signatures',
  },
  {
    path: `${base}/parapheur/:reference/:letterId`,
    title: bookTitles.letter,
    name: 'book-letter',
    lazy: lots.book,
    place: 'signatures',
  },
  {
    path: `${base}/presences`,
    title: peopleTitle,
    name: 'people',
    lazy: lots.book,
  },
  { path: `${base}/aide`, title: help.title, name: 'help' },
  {
    path: `${base}/accessibilite`,
    title: accessibility.title,
    name: 'accessibility',
    open: true,
  },
  { path: `${base}/connexion`, title: signIn.title, name: 'sign-in', open: true },
];
