import { useState } from 'preact/hooks';
import {
  AlertIcon,
  CalendarIcon,
  ChartIcon,
  CheckIcon,
  CoinsIcon,
  CopyIcon,
  CrossIcon,
  FileIcon,
  IdIcon,
  InboxIcon,
  InfoIcon,
  LockIcon,
  MessageIcon,
  PenIcon,
  PhoneIcon,
  PrintIcon,
  RefreshIcon,
  SendIcon,
  UsersIcon,
} from '../../ui/icons.tsx';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { usePath } from '../../ui/navigation.ts';
import { agentApi, type Session } from '../data/agent-api.ts';
import { base } from '../routes.ts';
import { keepAsideWords, keepWords } from '../search/words.ts';
import { site } from '../site.ts';
import { linksFor, may, type Place } from './navigation.ts';
import { SearchBox } from './search-box.tsx';

const icons: Record<Place, typeof InboxIcon> = {
  tasks: CheckIcon,
  qualification: InboxIcon,
  quarantine: LockIcon,
  calls: PhoneIcon,
  desk: UsersIcon,
  appointments: CalendarIcon,
  batches: FileIcon,
  letters: PrintIcon,
  signatures: PenIcon,
  templates: CopyIcon,
  alerts: AlertIcon,
  articles: InfoIcon,
  procedures: IdIcon,
  distribution: SendIcon,
  learning: RefreshIcon,
  payments: CoinsIcon,
  activity: ChartIcon,
  satisfaction: MessageIcon,
  retention: LockIcon,
  failures: CrossIcon,
};

/** Authority, search, who is signed in, and the places their roles open. */
export function AgentHeader({ session, onHelp }: { session?: Session; onHelp(): void }) {
  const [open, setOpen] = useState(false);
  const path = usePath();
  const isIn = (place: string) => path.startsWith(base + place);
  const current = (href: string) =>
    href === '/' ? path === base || path.startsWith(`${base}/demandes`) : placesUnder(href).some(isIn);
  return (
    <header class={open ? 'agent-header open' : 'agent-header'}>
      <div class="bar">
        <a class="identity" href={`${base}/`}>
          <img src="/theme/logo.svg" alt="" width="40" height="40" />
          <span>
            <strong>{site().shortName}</strong>
            <span class="tagline">{shell.application}</span>
          </span>
        </a>
        {session && (
          <button
            type="button"
            class="button menu-button"
            aria-expanded={open}
            aria-controls="places account"
            onClick={() => setOpen(!open)}
          >
            {open ? shell.closeMenu : shell.openMenu}
          </button>
        )}
        {session && may('tasks', session.me.roles) && <SearchBox />}
        {session && (
          <div class="account" id="account">
            <p class="who">
              <strong>
                {session.me.givenName} {session.me.familyName}
              </strong>
              <span>{session.me.title}</span>
            </p>
            <button type="button" class="button quiet" onClick={onHelp}>
              <span aria-hidden="true" class="key">
                ?
              </span>
              <span class="visually-hidden">{shell.shortcutsHelp}</span>
            </button>
            <button type="button" class="link" onClick={signOut}>
              {shell.signOut}
            </button>
          </div>
        )}
      </div>
      {session && (
        <nav class="places" aria-label={shell.mainNavigation}>
          <div class="bar">
            <ul id="places">
              {linksFor(session.me.roles, session.me.departments).map(({ place, href }) => {
                const Icon = icons[place];
                return (
                  <li key={place}>
                    <a
                      href={base + href}
                      aria-current={current(href) ? 'true' : undefined}
                      onClick={() => setOpen(false)}
                    >
                      <Icon />
                      {shell[place]}
                    </a>
                  </li>
                );
              })}
            </ul>
          </div>
        </nav>
      )}
    </header>
  );
}

async function signOut(): Promise<void> {
  keepWords('');
  keepAsideWords('');
  await import('../signatures/device.ts').then(({ forgetBook }) => forgetBook()).catch(() => undefined);
  await agentApi.signOut().catch(() => undefined);
  location.assign(`${base}/connexion?message=signed-out`);
}

/** The telephone has three pages side by side. */
const placesUnder = (href: string): string[] =>
  href === '/rappels' ? [href, '/appels', '/messages'] : [href];
