import { addresses } from '../frame.tsx';
import { pageData, wake } from '../page-data.ts';
import { PayApp } from './pay-app.tsx';

const { site } = pageData<null>();
wake(<PayApp site={site} isBack={location.pathname !== addresses.pay} />);
