import { language } from '../ui/messages/language-fr.ts';

/** Parts of the portal whose every word has its English and its plain version, with what lies under them. */
const translated: readonly string[] = [
  '/demarches',
  '/suivi',
  '/aide',
  '/contact',
  '/verifier',
  '/connexion',
  '/rendez-vous',
  '/payer',
  '/signaler',
  '/abonnements',
  '/partage',
  '/telephone',
  '/mandat',
  '/cosigner',
  '/accessibilite',
  '/mentions-legales',
  '/donnees-personnelles',
  '/plan-du-site',
  '/hors-ligne',
  '/mon-espace/demandes',
  '/mon-espace/foyer',
  '/mon-espace/mandats',
  '/mon-espace/coffre',
  '/mon-espace/informations',
  '/mon-espace/securite',
  '/mon-espace/donnees',
];
/** Those whose other parts are in French only. */
const alone: readonly string[] = ['/', '/mon-espace'];

/** An address without its language: "/en/suivi" is the page "/suivi". */
export const inFrench = (path: string): string => path.replace(/^\/(en|facile)(?=\/|$)/, '') || '/';
export const isTranslated = (path: string): boolean => {
  const page = inFrench(path).replace(/[?#].*$/, '');
  return alone.includes(page) || translated.some((part) => page === part || page.startsWith(`${part}/`));
};

/** The address of a page in the language of this one, where it is; else that of the French one. */
export const here = (path: string): string => inPrefix(path, language.prefix);
export const inPrefix = (path: string, prefix: string): string => {
  const page = inFrench(path);
  if (prefix === '' || !isTranslated(page)) return page;
  return page === '/' ? prefix : `${prefix}${page}`;
};
/** Language of what a link leads to, where it is not that of the page. */
export const foreign = (path: string): 'fr' | undefined =>
  language.code !== 'fr' && !isTranslated(path) ? 'fr' : undefined;
