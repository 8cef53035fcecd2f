import { household } from '../../ui/messages/household-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { HouseholdApp } from './household-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const householdPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.household],
    file: `${addresses.household.slice(1)}/index.html`,
    title: household.title,
    description: household.description,
    section: addresses.account,
    scripts: ['household', 'household-style'],
    prefetch: ['/api/citizen/me', '/api/citizen/household'],
    hidden: true,
    content: <HouseholdApp site={site} />,
  },
];
