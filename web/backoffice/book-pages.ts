/** The signature book, and who is there to sign. Fetched together with the first of them. */

export { default as PeoplePage } from './people/people-page.tsx';
export { default as BookPage } from './signatures/book-page.tsx';
export { default as BookLetterPage } from './signatures/letter-page.tsx';
