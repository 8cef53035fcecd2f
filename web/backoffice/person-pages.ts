/** People and search, fetched with the first visit to one of these pages. */
export { default as DuplicatesPage } from './citizens/duplicates-page.tsx';
export { default as PersonPage } from './citizens/person-page.tsx';
export { RequestPerson } from './citizens/request-person.tsx';
export { default as SearchPage } from './search/search-page.tsx';
