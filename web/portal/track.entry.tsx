import { hydrate } from 'preact';
import { appRoot, pageData } from './page-data.ts';
import { TrackApp } from './track/track-app.tsx';

const { site } = pageData<null>();
hydrate(<TrackApp site={site} />, appRoot());
