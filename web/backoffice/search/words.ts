import { keptWords } from './kept-words.ts';

/** What was searched in the bar. */
export const { keep: keepWords, use: useWords } = keptWords('parvis:recherche');
/** What was looked for in the quarantine. */
export const { keep: keepAsideWords, use: useAsideWords } = keptWords('parvis:quarantaine');
