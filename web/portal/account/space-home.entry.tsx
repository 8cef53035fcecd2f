import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { HomePage } from './home-page.tsx';

const { site } = pageData<null>();
hydrate(<HomePage site={site} />, appRoot());
