import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { DataApp } from './data-app.tsx';

const { site } = pageData<null>();
hydrate(<DataApp site={site} />, appRoot());
