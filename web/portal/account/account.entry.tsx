import { hydrate } from 'preact';
import { addresses } from '../frame.tsx';
import { appRoot, pageData } from '../page-data.ts';
import { HomePage } from './home-page.tsx';
import { ProfilePage } from './profile-page.tsx';
import { SecurityPage } from './security-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

const { site } = pageData<null>();
const path = location.pathname.replace(/(.)\/$/, '$1');
const pages: Record<string, typeof HomePage> = {
  [addresses.signIn]: SignInPage,
  [addresses.account]: HomePage,
  [addresses.profile]: ProfilePage,
  [addresses.security]: SecurityPage,
};
const Found = pages[path] ?? HomePage;
hydrate(<Found site={site} />, appRoot());
