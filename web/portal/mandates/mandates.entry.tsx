import { hydrate } from 'preact';
import { addresses } from '../frame.tsx';
import { appRoot, pageData } from '../page-data.ts';
import { EndApp } from './end-app.tsx';
import { MandatesApp } from './mandates-app.tsx';
import { takeOffer } from './use-mandates.ts';

const { site } = pageData<null>();
if (location.pathname.replace(/\/$/, '') === addresses.endMandate) hydrate(<EndApp site={site} />, appRoot());
else {
  // Before anybody is led to sign in: the secret must not travel with the address.
  takeOffer();
  hydrate(<MandatesApp site={site} />, appRoot());
}
