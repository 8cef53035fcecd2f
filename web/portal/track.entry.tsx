import { pageData, wake } from './page-data.ts';
import { TrackApp } from './track/track-app.tsx';

const { site } = pageData<null>();
wake(<TrackApp site={site} />);
