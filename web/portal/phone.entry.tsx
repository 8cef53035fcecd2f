import { PhoneApp } from './form/phone-app.tsx';
import { pageData, wake } from './page-data.ts';

const { site } = pageData<null>();
wake(<PhoneApp site={site} />);
