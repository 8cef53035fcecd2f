import { pageData, wake } from './page-data.ts';
import { VerifyApp } from './verify/verify-app.tsx';

const { site } = pageData<null>();
wake(<VerifyApp site={site} />);
