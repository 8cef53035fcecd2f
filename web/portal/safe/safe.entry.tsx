import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { SafeApp } from './safe-app.tsx';

const { site } = pageData<null>();
hydrate(<SafeApp site={site} />, appRoot());
