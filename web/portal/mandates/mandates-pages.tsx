import { mandates } from '../../ui/messages/mandates-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { EndApp } from './end-app.tsx';
import { MandatesApp } from './mandates-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const mandatesPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.mandates],
    file: `${addresses.mandates.slice(1)}/index.html`,
    title: mandates.title,
    description: mandates.description,
    section: addresses.account,
    scripts: ['mandates', 'mandates-style'],
    prefetch: ['/api/citizen/me', '/api/citizen/mandates'],
    hidden: true,
    content: <MandatesApp site={site} />,
  },
  {
    routes: [addresses.endMandate],
    file: `${addresses.endMandate.slice(1)}/index.html`,
    title: mandates.end.title,
    description: mandates.end.description,
    scripts: ['mandates', 'mandates-style'],
    content: <EndApp site={site} />,
  },
];
