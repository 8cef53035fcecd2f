import { pageData, wake } from '../page-data.ts';
import { DataApp } from './data-app.tsx';

const { site } = pageData<null>();
wake(<DataApp site={site} />);
