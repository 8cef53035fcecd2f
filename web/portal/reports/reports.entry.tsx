import { pageData, wake } from '../page-data.ts';
import { MapApp } from './map-app.tsx';
import { ReportApp } from './report-app.tsx';

const { site, data } = pageData<{ page: 'report' | 'map' }>();
const App = data.page === 'map' ? MapApp : ReportApp;
wake(<App site={site} />);
