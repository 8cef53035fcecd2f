import { pageData, wake } from '../page-data.ts';
import { HouseholdApp } from './household-app.tsx';
import { takeInvitation } from './invitation.tsx';

const { site } = pageData<null>();
// Before anybody is led to sign in: the secret must not travel with the address.
takeInvitation();
wake(<HouseholdApp site={site} />);
