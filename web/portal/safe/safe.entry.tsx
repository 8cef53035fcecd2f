import { pageData, wake } from '../page-data.ts';
import { SafeApp } from './safe-app.tsx';

const { site } = pageData<null>();
wake(<SafeApp site={site} />);
