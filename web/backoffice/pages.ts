import type { ComponentType } from 'preact';
import BatchPage from './batches/batch-page.tsx';
import BatchesPage from './batches/batches-page.tsx';
import BoardPage from './board/board-page.tsx';
import AccessibilityPage from './help/accessibility-page.tsx';
import HelpPage from './help/help-page.tsx';
import SignInPage from './help/sign-in-page.tsx';
import PrintBatchPage from './print/print-batch-page.tsx';
import PrintPage from './print/print-page.tsx';
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
  batches: BatchesPage,
  batch: BatchPage,
  letters: PrintPage,
  'print-batch': PrintBatchPage,
  help: HelpPage,
  accessibility: AccessibilityPage,
  'sign-in': SignInPage,
};

/** The two heavy pages come with their first visit. */
export const laterPages: Partial<Record<PageName, Loader>> = {
  contact: () => import('./qualification/contact-page.tsx'),
  'ack-debt': () => import('./ack-debt/ack-debt-page.tsx'),
  book: () => import('./signatures/book-page.tsx'),
  'book-letter': () => import('./signatures/letter-page.tsx'),
  people: () => import('./people/people-page.tsx'),
  request: () => import('./request/request-page.tsx'),
  templates: () => import('./letters/templates-page.tsx'),
  template: () => import('./letters/template-page.tsx'),
  procedures: () => import('./procedures/procedures-page.tsx'),
  'procedure-import': () => import('./procedures/import-page.tsx'),
  'procedure-catalogue': () => import('./procedures/catalogue-page.tsx'),
  procedure: () => import('./procedures/editor-page.tsx'),
  'procedure-revisions': () => import('./procedures/revisions-page.tsx'),
};
