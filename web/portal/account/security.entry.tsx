import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { SecurityPage } from './security-page.tsx';

const { site } = pageData<null>();
hydrate(<SecurityPage site={site} />, appRoot());
