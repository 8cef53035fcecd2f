import { privacy } from '../../ui/messages/privacy-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { DataApp } from './data-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const privacyPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.data],
    file: `${addresses.data.slice(1)}/index.html`,
    title: privacy.title,
    description: privacy.description,
    section: addresses.account,
    scripts: ['privacy', 'privacy-style'],
    prefetch: ['/api/citizen/me', '/api/citizen/privacy', '/api/citizen/privacy/readings'],
    hidden: true,
    content: <DataApp site={site} />,
  },
];
