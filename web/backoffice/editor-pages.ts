/** Letters that agents start from. Fetched together with the first of them. */

export { default as TemplatePage } from './letters/template-page.tsx';
export { default as TemplatesPage } from './letters/templates-page.tsx';
