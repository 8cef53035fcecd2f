import type { ComponentType } from 'preact';
import { batches, letters } from '../ui/messages/backoffice-batches-fr.ts';
import { board } from '../ui/messages/backoffice-board-fr.ts';
import { accessibility, help, signIn } from '../ui/messages/backoffice-help-fr.ts';
import { qualification } from '../ui/messages/backoffice-qualification-fr.ts';
import { shell } from '../ui/messages/backoffice-shell-fr.ts';
import type { Place } from './shell/navigation.ts';

export type PageProps = { params: Record<string, string> };
/** One address of the agents' application. `page` is the file behind `load`, for the build to preload its chunk. */
export type BackofficeRoute = {
  /** Pattern of the kit's `matchPath`, from the root of the site. */
  path: string;
  /** Title of the document before the page sets its own. */
  title: string;
  page: string;
  load: () => Promise<{ default: ComponentType<PageProps> }>;
  /** Whose roles the page asks for; none when any signed-in agent may read it. */
  place?: Place;
  /** Shown without being signed in. */
  open?: boolean;
};

export const entry = 'web/backoffice/main.tsx';
export const base = '/agents';

const route = (
  path: string,
  title: string,
  page: string,
  load: BackofficeRoute['load'],
  more: Pick<BackofficeRoute, 'place' | 'open'> = {},
): BackofficeRoute => ({ path: `${base}${path}`, title, page: `web/backoffice/${page}`, load, ...more });

export const routes: readonly BackofficeRoute[] = [
  route('', board.title, 'board/board-page.tsx', () => import('./board/board-page.tsx'), { place: 'tasks' }),
  route(
    '/qualification',
    qualification.title,
    'qualification/queue-page.tsx',
    () => import('./qualification/queue-page.tsx'),
    { place: 'qualification' },
  ),
  route(
    '/qualification/:contactId',
    qualification.form,
    'qualification/contact-page.tsx',
    () => import('./qualification/contact-page.tsx'),
    { place: 'qualification' },
  ),
  route(
    '/quarantaine',
    qualification.quarantineTitle,
    'qualification/quarantine-page.tsx',
    () => import('./qualification/quarantine-page.tsx'),
    { place: 'quarantine' },
  ),
  route(
    '/demandes/:reference',
    shell.request,
    'request/request-page.tsx',
    () => import('./request/request-page.tsx'),
    { place: 'tasks' },
  ),
  route('/lots', batches.title, 'batches/batches-page.tsx', () => import('./batches/batches-page.tsx'), {
    place: 'batches',
  }),
  route('/lots/:id', batches.one, 'batches/batch-page.tsx', () => import('./batches/batch-page.tsx'), {
    place: 'batches',
  }),
  route('/lettres', letters.title, 'letters/letters-page.tsx', () => import('./letters/letters-page.tsx'), {
    place: 'letters',
  }),
  route('/aide', help.title, 'help/help-page.tsx', () => import('./help/help-page.tsx')),
  route(
    '/accessibilite',
    accessibility.title,
    'help/accessibility-page.tsx',
    () => import('./help/accessibility-page.tsx'),
    { open: true },
  ),
  route('/connexion', signIn.title, 'help/sign-in-page.tsx', () => import('./help/sign-in-page.tsx'), {
    open: true,
  }),
];
