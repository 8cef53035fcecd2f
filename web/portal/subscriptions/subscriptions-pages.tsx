import { subscriptions as t } from '../../ui/messages/subscriptions-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { askedInThisLanguage } from '../written.ts';
import { SubscriptionsApp } from './subscriptions-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const subscriptionsPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.subscriptions],
    file: `${addresses.subscriptions.slice(1)}/index.html`,
    title: t.title,
    description: t.description,
    scripts: ['subscriptions', 'subscriptions-style'],
    prefetch: [askedInThisLanguage('/api/public/subscriptions/themes')],
    content: <SubscriptionsApp site={site} />,
  },
];
