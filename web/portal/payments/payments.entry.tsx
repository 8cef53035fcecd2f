import { hydrate } from 'preact';
import { addresses } from '../frame.tsx';
import { appRoot, pageData } from '../page-data.ts';
import { PayApp } from './pay-app.tsx';

const { site } = pageData<null>();
hydrate(<PayApp site={site} isBack={location.pathname !== addresses.pay} />, appRoot());
