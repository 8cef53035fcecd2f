/** What agents do with one request. Fetched together with the first of them. */

export { default as AckDebtPage } from './ack-debt/ack-debt-page.tsx';
export { default as RequestPage } from './request/request-page.tsx';
export { default as SatisfactionPage } from './satisfaction/satisfaction-page.tsx';
