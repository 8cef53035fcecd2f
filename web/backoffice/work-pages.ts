/** What agents do with one request. */

export { default as RequestPage } from './request/request-page.tsx';
