import type { OtherLanguage, PageLanguage } from '../procedures/translation.ts';
import * as en from './messages/en.ts';
import * as fr from './messages/fr.ts';

/** What is kept of the language in which somebody booked: nothing for French. */
export const keptLanguage = (language: PageLanguage): { language?: OtherLanguage } =>
  language === 'fr' ? {} : { language };
const { mails, texts, calendar, whenWords, shortWhen } = en;
const english: typeof fr = { mails, texts, calendar, whenWords, shortWhen };
/** Words of appointments, for whoever booked in a language. Those in French are plain enough for everybody. */
export const wordsIn = (language: OtherLanguage | undefined) => (language === 'en' ? english : fr);
