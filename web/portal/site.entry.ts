import { seemsSignedIn } from './account/signed-in.ts';

/** On every page: keeps what was read available without a network. */
if ('serviceWorker' in navigator && location.protocol !== 'file:')
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));

// What everybody is told today does not delay the page.
addEventListener('load', () => void import('./notices.ts').catch(() => undefined));

// The page is the same file for everybody: only these two words know whether somebody was signed in here.
const [out, signedIn] = document.querySelectorAll<HTMLElement>('#space-link > span');
if (out && signedIn && seemsSignedIn()) {
  out.hidden = true;
  signedIn.hidden = false;
}
