/** What is owed, received and given back, and the files of finance. Fetched together with the first of them. */

import payments from './css/payments.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as FilesPage } from './payments/files-page.tsx';
export { default as PaymentsPage } from './payments/payments-page.tsx';

await lateStyles(payments);
