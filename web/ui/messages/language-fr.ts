/**
 * The language in which the pages are drawn. A page in another one is the same page with other catalogues: the build takes
 * `<area>-en.ts` or `<area>-facile.ts` in the place of `<area>-fr.ts` where it exists (web/build/language.ts).
 */
export const language: {
  name: 'fr' | 'en' | 'facile';
  /** For `<html lang>` and for the voice that reads. */
  code: 'fr' | 'en';
  /** Before the address of a page that exists in this language. */
  prefix: '' | '/en' | '/facile';
  /** Language of what agents write (procedures, answers, hours), where it is not that of the page. */
  content: 'fr' | undefined;
} = { name: 'fr', code: 'fr', prefix: '', content: undefined };

/** How the page is chosen and read. */
export const reading = {
  label: 'Langue et confort de lecture',
  languages: { fr: 'Français', en: 'English', facile: 'Facile à lire' },
  /** After a link that leads to a page in French. */
  onlyFrench: '',
  listen: 'Écouter cette page',
  stop: 'Arrêter la lecture',
  light: 'Consommer moins de données',
  lightOn: 'Moins de données : activé',
  picture: 'Afficher l’illustration',
};
