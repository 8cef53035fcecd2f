import { hydrate } from 'preact';
import { appRoot, pageData } from './page-data.ts';
import { VerifyApp } from './verify/verify-app.tsx';

const { site } = pageData<null>();
hydrate(<VerifyApp site={site} />, appRoot());
