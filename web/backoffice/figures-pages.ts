/** Figures that heads and the quality unit look at now and then. Fetched together with the first of them. */

export { default as AckDebtPage } from './ack-debt/ack-debt-page.tsx';
export { default as ActivityPage } from './activity/activity-page.tsx';
export { default as SatisfactionPage } from './satisfaction/satisfaction-page.tsx';
