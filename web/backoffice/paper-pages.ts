/** Paper that comes in and paper that leaves, and the texts it starts from. Fetched together with the first of them. */

import doubts from './css/doubts.late.css';
import scanning from './css/scanning.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as BatchPage } from './batches/batch-page.tsx';
export { default as BatchesPage } from './batches/batches-page.tsx';
export { default as DoubtsPage } from './batches/doubts-page.tsx';
export { default as SuppressionsPage } from './delivery/suppressions-page.tsx';
export { default as PrintBatchPage } from './print/print-batch-page.tsx';
export { default as PrintPage } from './print/print-page.tsx';

await lateStyles(doubts, scanning);
