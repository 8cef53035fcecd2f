import type { contact as French } from './pages-fr.ts';

export { help, notFound, offline, siteMap } from './pages-fr.ts';

export const contact: typeof French = {
  title: 'Nous parler',
  description: 'Le téléphone, l’adresse et les heures pour nous parler.',
  intro: 'Vous pouvez téléphoner, écrire ou venir. Une personne vous répond.',
  welcome: 'L’accueil',
  online: 'Par Internet',
  onlineText:
    'Vous écrivez votre demande. Nous vous donnons un numéro. Nous vous disons quand nous répondons.',
  ask: 'Écrire une demande',
  departments: 'Les services',
  departmentsText: 'Vous ne savez pas qui appeler ? Appelez l’accueil.',
  deaf: 'Vous entendez mal ou pas du tout',
  deafText: 'Écrivez-nous. Nous répondons par écrit. Un interprète en langue des signes peut venir.',
};
