import { requests as t } from '../../ui/messages/requests-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { OwnRequestApp } from './own-request-app.tsx';
import { RequestsApp } from './requests-app.tsx';

const base = addresses.requests;

/** Pages of this part of the portal, exact addresses before patterns. */
export const requestsPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [base],
    file: `${base.slice(1)}/index.html`,
    title: t.title,
    prefetch: ['/api/citizen/me', '/api/citizen/requests'],
    description: t.description,
    section: addresses.account,
    scripts: ['requests', 'requests-style'],
    hidden: true,
    content: <RequestsApp site={site} />,
  },
  {
    routes: [`${base}/:reference`],
    file: `${base.slice(1)}/_/index.html`,
    title: t.one,
    prefetch: ['/api/citizen/me'],
    section: addresses.account,
    scripts: ['own-request', 'requests-style'],
    hidden: true,
    content: <OwnRequestApp site={site} />,
  },
];
