import { pageData, wake } from '../page-data.ts';
import { SecurityPage } from './security-page.tsx';

const { site } = pageData<null>();
wake(<SecurityPage site={site} />);
