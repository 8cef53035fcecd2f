import { titles } from '../ui/messages/backoffice-titles-fr.ts';
import type { BackofficeRoute } from './routes.ts';

export type AppointmentPageName =
  | 'appointments'
  | 'appointment-week'
  | 'appointment-book'
  | 'appointment-closings'
  | 'appointment-settings'
  | 'appointment-figures'
  | 'appointment';

/** The pages of appointments. The quality unit reads their figures without seeing who comes. */
export const appointmentRoutes = (base: string, lazy: string): BackofficeRoute[] => {
  const place = 'appointments' as const;
  const root = `${base}/rendez-vous`;
  const { appointments, appointmentWeek, appointmentBook, appointmentClosings } = titles;
  return [
    { path: root, title: appointments, name: 'appointments', lazy, place },
    { path: `${root}/semaine`, title: appointmentWeek, name: 'appointment-week', lazy, place },
    { path: `${root}/nouveau`, title: appointmentBook, name: 'appointment-book', lazy, place },
    { path: `${root}/fermetures`, title: appointmentClosings, name: 'appointment-closings', lazy, place },
    {
      path: `${root}/reglages`,
      title: titles.appointmentSettings,
      name: 'appointment-settings',
      lazy,
      place,
    },
    { path: `${root}/chiffres`, title: titles.appointmentFigures, name: 'appointment-figures', lazy },
    { path: `${root}/:id`, title: titles.appointment, name: 'appointment', lazy, place },
  ];
};
