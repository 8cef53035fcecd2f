import { addresses } from '../frame.tsx';
import { pageData, wake } from '../page-data.ts';
import { EndApp } from './end-app.tsx';
import { MandatesApp } from './mandates-app.tsx';
import { takeOffer } from './use-mandates.ts';

const { site } = pageData<null>();
if (location.pathname.replace(/\/$/, '') === addresses.endMandate) wake(<EndApp site={site} />);
else {
  // Before anybody is led to sign in: the secret must not travel with the address.
  takeOffer();
  wake(<MandatesApp site={site} />);
}
