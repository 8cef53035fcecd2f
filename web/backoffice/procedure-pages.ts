/** Procedures: listed, imported, edited, shared. Fetched together with the first of them. */

import preview from './css/procedure-preview.late.css';
import { lateStyles } from './shell/late-styles.ts';

export { default as CataloguePage } from './procedures/catalogue-page.tsx';
export { default as EditorPage } from './procedures/editor-page.tsx';
export { default as ImportPage } from './procedures/import-page.tsx';
export { default as ProceduresPage } from './procedures/procedures-page.tsx';
export { default as RevisionsPage } from './procedures/revisions-page.tsx';

await lateStyles(preview);
