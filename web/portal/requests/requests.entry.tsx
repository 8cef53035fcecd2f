import { pageData, wake } from '../page-data.ts';
import { RequestsApp } from './requests-app.tsx';

const { site } = pageData<null>();
wake(<RequestsApp site={site} />);
