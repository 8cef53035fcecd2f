import { pageData, wake } from '../page-data.ts';
import { AppointmentsApp } from './appointments-app.tsx';

const { site } = pageData<null>();
wake(<AppointmentsApp site={site} />);
