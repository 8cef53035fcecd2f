/** Appointments: agenda, closings, settings, figures. Fetched together with the first of them. */

import appointments from './css/appointments.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as AppointmentBookPage } from './appointments/book-page.tsx';
export { default as AppointmentClosingsPage } from './appointments/closings-page.tsx';
export { default as AppointmentDayPage } from './appointments/day-page.tsx';
export { default as AppointmentFiguresPage } from './appointments/figures-page.tsx';
export { default as AppointmentPage } from './appointments/one-page.tsx';
export { default as AppointmentSettingsPage } from './appointments/settings-page.tsx';
export { default as AppointmentWeekPage } from './appointments/week-page.tsx';
export { default as AlertsPage } from './subscriptions/alerts-page.tsx';

await lateStyles(appointments);
