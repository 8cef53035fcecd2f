import { calls as t } from '../../ui/messages/backoffice-calls-fr.ts';
import { base } from '../routes.ts';

const pages = [
  { page: 'callBacks', href: '/rappels' },
  { page: 'statistics', href: '/appels' },
  { page: 'notices', href: '/messages' },
] as const;

/** The three pages of the telephone, one beside the other. */
export const CallsNav = ({ current }: { current: (typeof pages)[number]['page'] }) => (
  <nav aria-label={t.nav} class="switch calls-nav">
    <ul>
      {pages.map(({ page, href }) => (
        <li key={page}>
          <a href={base + href} aria-current={page === current ? 'page' : undefined}>
            {t.pages[page]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
