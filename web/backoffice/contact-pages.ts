/** The desk and the telephone, fetched with the first visit to one of these pages. */
export { default as CallBackPage } from './calls/call-back-page.tsx';
export { default as CallBacksPage } from './calls/call-backs-page.tsx';
export { default as NoticesPage } from './calls/notices-page.tsx';
export { default as StatisticsPage } from './calls/statistics-page.tsx';
export { default as DeskPage } from './reception/desk-page.tsx';
