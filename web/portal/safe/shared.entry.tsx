import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { SharedApp } from './shared-app.tsx';

const { site } = pageData<null>();
hydrate(<SharedApp site={site} />, appRoot());
