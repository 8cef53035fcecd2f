import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { AppointmentsApp } from './appointments-app.tsx';

const { site } = pageData<null>();
hydrate(<AppointmentsApp site={site} />, appRoot());
