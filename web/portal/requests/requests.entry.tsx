import { hydrate } from 'preact';
import { addresses } from '../frame.tsx';
import { appRoot, pageData } from '../page-data.ts';
import { OwnRequestApp } from './own-request-app.tsx';
import { RequestsApp } from './requests-app.tsx';

const { site } = pageData<null>();
const isList = location.pathname.replace(/\/$/, '') === addresses.requests;
hydrate(isList ? <RequestsApp site={site} /> : <OwnRequestApp site={site} />, appRoot());
