import { language } from '../ui/messages/language-fr.ts';

/** Pages whose every word has its English and its plain version. The others are in French, and links to them say so. */
const translated: readonly string[] = [
  '/',
  '/demarches',
  '/contact',
  '/abonnements',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
];
export const isTranslated = (path: string): boolean => translated.includes(path);

/** The address of a page in the language of this one, where it is; else that of the French one. */
export const here = (path: string): string => inPrefix(path, language.prefix);
export const inPrefix = (path: string, prefix: string): string => {
  if (prefix === '' || !isTranslated(path)) return path;
  return path === '/' ? prefix : `${prefix}${path}`;
};
/** Language of what a link leads to, where it is not that of the page. */
export const foreign = (path: string): 'fr' | undefined =>
  language.code !== 'fr' && !isTranslated(path) ? 'fr' : undefined;
