/** What failed and how it is tried again, for administrators. Fetched with the first visit to it. */

import operations from './css/operations.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as FailuresPage } from './operations/failures-page.tsx';

await lateStyles(operations);
