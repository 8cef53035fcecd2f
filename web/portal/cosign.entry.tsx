import { CosignApp } from './form/cosign-app.tsx';
import { pageData, wake } from './page-data.ts';

const { site } = pageData<null>();
wake(<CosignApp site={site} />);
