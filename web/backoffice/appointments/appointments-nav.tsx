import type { Role } from '../../../functions/agents/agent.ts';
import { appointments as t } from '../../ui/messages/backoffice-appointments-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { type PageOf, pageOf } from './address.ts';

/** Pages, and the roles their operations accept. */
const pages: readonly { page: PageOf; roles: readonly Role[] }[] = [
  { page: 'day', roles: ['reception', 'instructor', 'head', 'administrator'] },
  { page: 'week', roles: ['reception', 'instructor', 'head', 'administrator'] },
  { page: 'book', roles: ['reception', 'instructor', 'head', 'administrator'] },
  { page: 'closings', roles: ['reception', 'head', 'administrator'] },
  { page: 'settings', roles: ['head', 'administrator'] },
  { page: 'figures', roles: ['head', 'quality', 'administrator'] },
];

/** The pages of appointments that this agent may open, one beside the other. */
export function AppointmentsNav({ current }: { current: PageOf }) {
  const { me } = useSignedIn();
  const mine = pages.filter(({ roles }) => roles.some((role) => me.roles.includes(role)));
  return (
    <nav aria-label={t.nav} class="switch calls-nav no-print">
      <ul>
        {mine.map(({ page }) => (
          <li key={page}>
            <a href={pageOf[page]} aria-current={page === current ? 'page' : undefined}>
              {t.pages[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
