import { hydrate } from 'preact';
import { appRoot, pageData } from '../page-data.ts';
import { SubscriptionsApp } from './subscriptions-app.tsx';

const { site } = pageData<null>();
hydrate(<SubscriptionsApp site={site} />, appRoot());
