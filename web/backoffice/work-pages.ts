/** What agents do with one letter or one request. Fetched together with the first of them. */

export { default as AckDebtPage } from './ack-debt/ack-debt-page.tsx';
export { default as ContactPage } from './qualification/contact-page.tsx';
export { default as RequestPage } from './request/request-page.tsx';
export { default as WavePage } from './similar/wave-page.tsx';
export { default as WavesPage } from './similar/waves-page.tsx';
