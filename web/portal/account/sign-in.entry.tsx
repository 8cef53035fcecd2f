import { pageData, wake } from '../page-data.ts';
import { SignInPage } from './sign-in-page.tsx';

const { site } = pageData<null>();
wake(<SignInPage site={site} />);
