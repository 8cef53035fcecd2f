import { seemsActing, seemsSignedIn, showSpaceLink } from './account/signed-in.ts';

/** On every page: keeps what was read available without a network. */
if ('serviceWorker' in navigator && location.protocol !== 'file:')
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));

// What everybody is told today does not delay the page.
addEventListener('load', () => void import('./notices.ts').catch(() => undefined));
addEventListener('load', () => void import('./reading.ts').catch(() => undefined));

if (seemsSignedIn()) showSpaceLink(true);
// Whoever acts for somebody reads it on every page: forms and payments are theirs too.
if (seemsActing()) void import('./mandates/acting-bar.tsx').catch(() => undefined);
