import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { askedInThisLanguage } from '../written.ts';
import { AppointmentsApp } from './appointments-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const appointmentsPages = ({ site }: Everything): PageDrawing[] => [
  {
    routes: [addresses.appointments],
    file: `${addresses.appointments.slice(1)}/index.html`,
    title: t.title,
    description: t.description,
    section: addresses.appointments,
    prefetch: [askedInThisLanguage('/api/public/appointments/reasons')],
    scripts: ['appointments', 'appointments-style'],
    content: <AppointmentsApp site={site} />,
  },
];
