import type { ComponentType } from 'preact';
import BoardPage from './board/board-page.tsx';
import SignInPage from './help/sign-in-page.tsx';
import QuarantinePage from './qualification/quarantine-page.tsx';
import QueuePage from './qualification/queue-page.tsx';
import type { PageName } from './routes.ts';

export type PageProps = { params: Record<string, string> };
type Loader = () => Promise<{ default: ComponentType<PageProps> }>;

/** Pages that come with the application: lists and small pages, a few kilobytes together. */
export const pages: Partial<Record<PageName, ComponentType<PageProps>>> = {
  board: BoardPage,
  queue: QueuePage,
  quarantine: QuarantinePage,
  'sign-in': SignInPage,
};

const work = () => import('./work-pages.ts');
const guide = () => import('./help-pages.ts');
const figures = () => import('./figures-pages.ts');
const paper = () => import('./paper-pages.ts');
const editor = () => import('./editor-pages.ts');
const procedure = () => import('./procedure-pages.ts');
const book = () => import('./book-pages.ts');
const contact = () => import('./contact-pages.ts');
const learning = () => import('./learning-pages.ts');
const distribution = () => import('./distribution-pages.ts');
const knowledge = () => import('./knowledge-pages.ts');
const sorting = () => import('./sorting-pages.ts');
const appointment = () => import('./appointment-pages.ts');
const person = () => import('./person-pages.ts');
const operations = () => import('./operations-pages.ts');
const payments = () => import('./payment-pages.ts');
const retention = () => import('./retention-pages.ts');

/** The other pages come in lots, each with the first visit to one of its pages. */
export const laterPages: Partial<Record<PageName, Loader>> = {
  contact: async () => ({ default: (await sorting()).ContactPage }),
  request: async () => ({ default: (await work()).RequestPage }),
  help: async () => ({ default: (await guide()).HelpPage }),
  accessibility: async () => ({ default: (await guide()).AccessibilityPage }),
  'ack-debt': async () => ({ default: (await figures()).AckDebtPage }),
  activity: async () => ({ default: (await figures()).ActivityPage }),
  satisfaction: async () => ({ default: (await figures()).SatisfactionPage }),
  waves: async () => ({ default: (await sorting()).WavesPage }),
  wave: async () => ({ default: (await sorting()).WavePage }),
  batches: async () => ({ default: (await paper()).BatchesPage }),
  batch: async () => ({ default: (await paper()).BatchPage }),
  doubts: async () => ({ default: (await paper()).DoubtsPage }),
  letters: async () => ({ default: (await paper()).PrintPage }),
  'print-batch': async () => ({ default: (await paper()).PrintBatchPage }),
  suppressions: async () => ({ default: (await paper()).SuppressionsPage }),
  templates: async () => ({ default: (await editor()).TemplatesPage }),
  template: async () => ({ default: (await editor()).TemplatePage }),
  procedures: async () => ({ default: (await procedure()).ProceduresPage }),
  'procedure-import': async () => ({ default: (await procedure()).ImportPage }),
  'procedure-catalogue': async () => ({ default: (await procedure()).CataloguePage }),
  procedure: async () => ({ default: (await procedure()).EditorPage }),
  'procedure-revisions': async () => ({ default: (await procedure()).RevisionsPage }),
  book: async () => ({ default: (await book()).BookPage }),
  'book-letter': async () => ({ default: (await book()).BookLetterPage }),
  'call-backs': async () => ({ default: (await contact()).CallBacksPage }),
  'call-back': async () => ({ default: (await contact()).CallBackPage }),
  calls: async () => ({ default: (await contact()).StatisticsPage }),
  notices: async () => ({ default: (await contact()).NoticesPage }),
  desk: async () => ({ default: (await contact()).DeskPage }),
  people: async () => ({ default: (await book()).PeoplePage }),
  distribution: async () => ({ default: (await distribution()).DistributionPage }),
  learning: async () => ({ default: (await learning()).LearningPage }),
  person: async () => ({ default: (await person()).PersonPage }),
  duplicates: async () => ({ default: (await person()).DuplicatesPage }),
  search: async () => ({ default: (await person()).SearchPage }),
  appointments: async () => ({ default: (await appointment()).AppointmentDayPage }),
  'appointment-week': async () => ({ default: (await appointment()).AppointmentWeekPage }),
  'appointment-book': async () => ({ default: (await appointment()).AppointmentBookPage }),
  'appointment-closings': async () => ({ default: (await appointment()).AppointmentClosingsPage }),
  'appointment-settings': async () => ({ default: (await appointment()).AppointmentSettingsPage }),
  'appointment-figures': async () => ({ default: (await appointment()).AppointmentFiguresPage }),
  appointment: async () => ({ default: (await appointment()).AppointmentPage }),
  alerts: async () => ({ default: (await appointment()).AlertsPage }),
  articles: async () => ({ default: (await knowledge()).ArticlesPage }),
  article: async () => ({ default: (await knowledge()).ArticlePage }),
  payments: async () => ({ default: (await payments()).PaymentsPage }),
  retention: async () => ({ default: (await retention()).RetentionPage }),
  register: async () => ({ default: (await retention()).RegisterPage }),
  proofs: async () => ({ default: (await retention()).ProofsPage }),
  failures: async () => ({ default: (await operations()).FailuresPage }),
  'payment-files': async () => ({ default: (await payments()).FilesPage }),
};
