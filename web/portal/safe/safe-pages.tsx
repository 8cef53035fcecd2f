import { safe } from '../../ui/messages/safe-fr.ts';
import { shared } from '../../ui/messages/safe-sharing-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { SafeApp } from './safe-app.tsx';
import { SharedApp } from './shared-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const safePages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.safe],
    file: `${addresses.safe.slice(1)}/index.html`,
    title: safe.title,
    description: safe.description,
    section: addresses.account,
    scripts: ['safe', 'safe-style'],
    prefetch: ['/api/citizen/me', '/api/citizen/safe?where=safe', '/api/citizen/safe/warnings'],
    hidden: true,
    content: <SafeApp site={site} />,
  },
  {
    routes: [addresses.shared],
    file: `${addresses.shared.slice(1)}/index.html`,
    title: shared.title,
    description: shared.description,
    scripts: ['shared', 'safe-style'],
    hidden: true,
    content: <SharedApp site={site} />,
  },
];
