import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { askEarly, OwnRequestApp } from './own-request-app.tsx';

askEarly();
const { site } = pageData<null>();
hydrate(<OwnRequestApp site={site} />, appRoot());
