import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { ProfilePage } from './profile-page.tsx';

const { site } = pageData<null>();
hydrate(<ProfilePage site={site} />, appRoot());
