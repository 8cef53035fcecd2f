import { pageData, wake } from '../page-data.ts';
import { HomePage } from './home-page.tsx';

const { site } = pageData<null>();
wake(<HomePage site={site} />);
