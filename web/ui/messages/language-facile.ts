import type { language as French, reading as FrenchReading } from './language-fr.ts';

export const language: typeof French = {
  ...{ name: 'facile', code: 'fr', prefix: '/facile', content: undefined },
};
export const reading: typeof FrenchReading = {
  label: 'Langue et lecture',
  languages: { fr: 'Français', en: 'English', facile: 'Facile à lire' },
  onlyFrench: '',
  listen: 'Écouter la page',
  stop: 'Arrêter la voix',
  light: 'Utiliser moins d’Internet',
  lightOn: 'Moins d’Internet : oui',
  picture: 'Voir l’image',
};
