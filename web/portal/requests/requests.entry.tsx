import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { RequestsApp } from './requests-app.tsx';

const { site } = pageData<null>();
hydrate(<RequestsApp site={site} />, appRoot());
