/** What is kept how long, the register of processing, the nightly proofs. Fetched with the first of them. */

import retention from './css/retention.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as ProofsPage } from './retention/proofs-page.tsx';
export { default as RegisterPage } from './retention/register-page.tsx';
export { default as RetentionPage } from './retention/retention-page.tsx';

await lateStyles(retention);
