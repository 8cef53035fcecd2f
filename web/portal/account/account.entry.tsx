import type { FunctionComponent } from 'preact';
import { hydrate } from 'preact';
import type { Site } from '../../site.ts';
import { addresses } from '../frame.tsx';
import { appRoot, pageData } from '../page-data.ts';

type Drawn = FunctionComponent<{ site: Site }>;
/** Each page brings its own piece, announced in its head: whoever signs in does not wait for the list of devices. */
const pages: Record<string, () => Promise<Drawn>> = {
  [addresses.signIn]: () => import('./sign-in-page.tsx').then(({ SignInPage }) => SignInPage),
  [addresses.account]: () => import('./home-page.tsx').then(({ HomePage }) => HomePage),
  [addresses.profile]: () => import('./profile-page.tsx').then(({ ProfilePage }) => ProfilePage),
  [addresses.security]: () => import('./security-page.tsx').then(({ SecurityPage }) => SecurityPage),
};

const { site } = pageData<null>();
const path = location.pathname.replace(/(.)\/$/, '$1');
void pages[path]?.().then((Found) => hydrate(<Found site={site} />, appRoot()));
