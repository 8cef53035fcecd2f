/** People and search, fetched with the first visit to one of these pages. */
export { default as SearchPage } from './search/search-page.tsx';
