import type { language as French, reading as FrenchReading } from './language-fr.ts';

export const language: typeof French = {
  ...{ name: 'en', code: 'en', prefix: '/en', content: 'fr' },
};
export const reading: typeof FrenchReading = {
  label: 'Language and reading comfort',
  languages: { fr: 'Français', en: 'English', facile: 'Facile à lire' },
  onlyFrench: ' (in French)',
  listen: 'Listen to this page',
  stop: 'Stop reading',
  light: 'Use less data',
  lightOn: 'Less data: on',
  picture: 'Show the picture',
};
