import type { PageLanguage } from '../procedures/translation.ts';
import type { Account } from './account.ts';
import { accountWords as en } from './messages/en.ts';
import { accountWords as facile } from './messages/facile.ts';
import { accountWords as fr } from './messages/fr.ts';

/** The language that somebody reads, as the addresses of the portal say it. */
export const readingOf = ({ language }: Pick<Account, 'language'>): PageLanguage =>
  language === 'fr-x-falc' ? 'facile' : language;
/** What an account is told by mail, in a language. */
export const wordsIn = (language: PageLanguage) => ({ fr, en, facile })[language];
