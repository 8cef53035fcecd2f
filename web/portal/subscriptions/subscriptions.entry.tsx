import { pageData, wake } from '../page-data.ts';
import { SubscriptionsApp } from './subscriptions-app.tsx';

const { site } = pageData<null>();
wake(<SubscriptionsApp site={site} />);
