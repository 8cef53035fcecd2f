import { pageData, wake } from '../page-data.ts';
import { SharedApp } from './shared-app.tsx';

const { site } = pageData<null>();
wake(<SharedApp site={site} />);
