/** What is learnt of the decisions of agents. Fetched with the first visit to it. */

import learning from './css/learning.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as LearningPage } from './learning/learning-page.tsx';

await lateStyles(learning);
