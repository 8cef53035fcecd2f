import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { OwnRequestApp } from './own-request-app.tsx';

const { site } = pageData<null>();
hydrate(<OwnRequestApp site={site} />, appRoot());
