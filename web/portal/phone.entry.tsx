import { hydrate } from 'preact';
import { PhoneApp } from './form/phone-app.tsx';
import { appRoot, pageData } from './page-data.ts';

const { site } = pageData<null>();
hydrate(<PhoneApp site={site} />, appRoot());
