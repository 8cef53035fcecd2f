/** What a letter says and which others say the same: sorting, apart from the work on a request. */

export { default as ContactPage } from './qualification/contact-page.tsx';
export { default as WavePage } from './similar/wave-page.tsx';
export { default as WavesPage } from './similar/waves-page.tsx';
