/** Sharing out the work of a department. Fetched with the first visit to it. */

import distribution from './css/distribution.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as DistributionPage } from './distribution/distribution-page.tsx';

await lateStyles(distribution);
