/** Articles of the knowledge base: listed and written. Fetched together with the first of them. */

import knowledge from './css/knowledge.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as ArticlePage } from './knowledge/article-page.tsx';
export { default as ArticlesPage } from './knowledge/articles-page.tsx';

await lateStyles(knowledge);
