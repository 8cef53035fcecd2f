import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { MapApp } from './map-app.tsx';
import { ReportApp } from './report-app.tsx';

const { site, data } = pageData<{ page: 'report' | 'map' }>();
const App = data.page === 'map' ? MapApp : ReportApp;
hydrate(<App site={site} />, appRoot());
