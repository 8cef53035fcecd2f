import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { SignInPage } from './sign-in-page.tsx';

const { site } = pageData<null>();
hydrate(<SignInPage site={site} />, appRoot());
