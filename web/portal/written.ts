import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { language } from '../ui/messages/language-fr.ts';

/** What a page asks of the service: its own language; French is what comes unasked. */
export const inThisLanguage: { language?: 'en' | 'facile' } =
  language.name === 'fr' ? {} : { language: language.name };

/** The same in an address that is fetched before the page asks. */
export const askedInThisLanguage = (path: string): string =>
  language.name === 'fr' ? path : `${path}?language=${language.name}`;

/**
 * Language of what agents wrote, where it is not that of the page: procedures and answers say which one they are in,
 * and are in French when they say nothing.
 */
export const writtenIn = (content: object | undefined): 'fr' | undefined =>
  languageOf(content) === language.name ? undefined : language.content;
export const languageOf = (content: object | undefined): string =>
  (content as { language?: string } | undefined)?.language ?? 'fr';

/** The same, for the questions of a form. */
export const Written = createContext<'fr' | undefined>(undefined);
export const useWritten = (): 'fr' | undefined => useContext(Written);
