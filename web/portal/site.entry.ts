import { openedUnder } from '../ui/whom.ts';
import { seemsSignedIn, showSpaceLink } from './account/signed-in.ts';

/** On every page: keeps what was read available without a network. */
if ('serviceWorker' in navigator && location.protocol !== 'file:')
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));

// What everybody is told today does not delay the page.
addEventListener('load', () => void import('./notices.ts').catch(() => undefined));
addEventListener('load', () => void import('./reading.ts').catch(() => undefined));

if (seemsSignedIn()) {
  showSpaceLink(true);
  // Parts of one's space that are for everybody else as well.
  const [part] = /[^/]+(?=\/?$)/.exec(location.pathname) ?? [];
  if (part === 'rendez-vous' || part === 'payer' || part === 'abonnements')
    void import('./account/beside.tsx').then(({ showBeside }) => showBeside(part)).catch(() => undefined);
}
// Whoever acts for somebody reads it on every page: forms and payments are theirs too.
if (openedUnder) void import('./mandates/acting-bar.tsx').catch(() => undefined);
