import { hydrate } from 'preact';
import { CosignApp } from './form/cosign-app.tsx';
import { appRoot, pageData } from './page-data.ts';

const { site } = pageData<null>();
hydrate(<CosignApp site={site} />, appRoot());
