import { pageData, wake } from '../page-data.ts';
import { askEarly, OwnRequestApp } from './own-request-app.tsx';

askEarly();
const { site } = pageData<null>();
wake(<OwnRequestApp site={site} />);
