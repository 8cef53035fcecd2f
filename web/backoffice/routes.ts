import { board } from '../ui/messages/backoffice-board-fr.ts';
import { qualification } from '../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../ui/messages/backoffice-shell-fr.ts';
import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import { type AppointmentPageName, appointmentRoutes } from './appointment-routes.ts';
import { callRoutes } from './call-routes.ts';
import { figuresRoutes } from './figures-routes.ts';
import { guideRoutes } from './guide-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { procedureRoutes } from './procedure-routes.ts';
import type { Place } from './shell/navigation.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { type TrustPageName, trustRoutes } from './trust-routes.ts';

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
  | AppointmentPageName
  | 'board'
  | 'queue'
  | 'contact'
  | 'quarantine'
  | 'request'
  | 'ack-debt'
  | 'activity'
  | 'satisfaction'
  | 'waves'
  | 'wave'
  | 'batches'
  | 'batch'
  | 'doubts'
  | 'letters'
  | 'print-batch'
  | 'suppressions'
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
  | 'distribution'
  | 'learning'
  | 'search'
  | 'person'
  | 'duplicates'
  | 'call-backs'
  | 'call-back'
  | 'calls'
  | 'desk'
  | 'notices'
  | 'help'
  | 'accessibility'
  | 'sign-in'
  | 'alerts'
  | TrustPageName
  | 'articles'
  | 'article'
  | 'payments'
  | 'payment-files';

export const base = '/agents';
/** Files of the pages that are fetched later, see pages.ts. */
const lots = {
  work: 'web/backoffice/work-pages.ts',
  guide: 'web/backoffice/help-pages.ts',
  figures: 'web/backoffice/figures-pages.ts',
  paper: 'web/backoffice/paper-pages.ts',
  editor: 'web/backoffice/editor-pages.ts',
  procedure: 'web/backoffice/procedure-pages.ts',
  book: 'web/backoffice/book-pages.ts',
  contact: 'web/backoffice/contact-pages.ts',
  person: 'web/backoffice/person-pages.ts',
  sorting: 'web/backoffice/sorting-pages.ts',
  distribution: 'web/backoffice/distribution-pages.ts',
  learning: 'web/backoffice/learning-pages.ts',
  knowledge: 'web/backoffice/knowledge-pages.ts',
  appointments: 'web/backoffice/appointment-pages.ts',
  payments: 'web/backoffice/payment-pages.ts',
} as const;

export const routes: readonly BackofficeRoute[] = [
  { path: base, title: board.title, name: 'board', place: 'tasks' },
  { path: `${base}/qualification`, title: qualification.title, name: 'queue', place: 'qualification' },
  {
    path: `${base}/qualification/:contactId`,
    title: qualification.form,
    name: 'contact',
    lazy: lots.sorting,
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
  { path: `${base}/accuses`, title: titles.ackDebt, name: 'ack-debt', lazy: lots.figures, place: 'tasks' },
  ...figuresRoutes(base, lots.figures),
  { path: `${base}/vagues`, title: titles.waves, name: 'waves', lazy: lots.sorting, place: 'tasks' },
  { path: `${base}/vagues/:waveId`, title: titles.waves, name: 'wave', lazy: lots.sorting, place: 'tasks' },
  { path: `${base}/lots`, title: titles.batches, name: 'batches', lazy: lots.paper, place: 'batches' },
  { path: `${base}/lots/:id`, title: titles.batch, name: 'batch', lazy: lots.paper, place: 'batches' },
  {
    path: `${base}/lots/:id/doutes/:fileId`,
    title: titles.doubts,
    name: 'doubts',
    lazy: lots.paper,
    place: 'batches',
  },
  { path: `${base}/lettres`, title: titles.print, name: 'letters', lazy: lots.paper, place: 'letters' },
  {
    path: `${base}/adresses`,
    title: titles.suppressions,
    name: 'suppressions',
    lazy: lots.paper,
    place: 'tasks',
  },
  {
    path: `${base}/lettres/lots/:id`,
    title: titles.printBatches,
    name: 'print-batch',
    lazy: lots.paper,
    place: 'letters',
  },
  {
    path: `${base}/modeles`,
    title: titles.templates,
    name: 'templates',
    lazy: lots.editor,
    place: 'templates',
  },
  {
    path: `${base}/modeles/:id`,
    title: titles.template,
    name: 'template',
    lazy: lots.editor,
    place: 'templates',
  },
  ...procedureRoutes(base, lots.procedure),
  { path: `${base}/parapheur`, title: titles.book, name: 'book', lazy: lots.book, place: 'signatures' },
  {
    path: `${base}/parapheur/:reference/:letterId`,
    title: titles.bookLetter,
    name: 'book-letter',
    lazy: lots.book,
    place: 'signatures',
  },
  { path: `${base}/presences`, title: titles.people, name: 'people', lazy: lots.book },
  {
    path: `${base}/repartition`,
    title: titles.distribution,
    name: 'distribution',
    lazy: lots.distribution,
    place: 'distribution',
  },
  {
    path: `${base}/apprentissage`,
    title: titles.learning,
    name: 'learning',
    lazy: lots.learning,
    place: 'learning',
  },
  { path: `${base}/recherche`, title: titles.search, name: 'search', lazy: lots.person, place: 'tasks' },
  { path: `${base}/personnes/:id`, title: titles.person, name: 'person', lazy: lots.person },
  { path: `${base}/doublons`, title: titles.duplicates, name: 'duplicates', lazy: lots.person },
  { path: `${base}/accueil`, title: titles.desk, name: 'desk', lazy: lots.contact, place: 'desk' },
  ...callRoutes(base, lots.contact),
  ...knowledgeRoutes(base, lots.knowledge),
  ...appointmentRoutes(base, lots.appointments),
  ...subscriptionRoutes(base, lots.appointments),
  ...paymentRoutes(base, lots.payments),
  ...trustRoutes(base),
  ...guideRoutes(base, lots.guide),
];
