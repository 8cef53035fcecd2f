import { day } from './dates.ts';
import type * as French from './pages-fr.ts';
import * as french from './pages-fr.ts';

export const help: typeof French.help = {
  ...french.help,
  title: 'Des réponses à vos questions',
  description: 'Vous avez une question. Voici des réponses.',
  intro: 'Choisissez une question. Lisez la réponse.',
  updated: (on: string) => `Écrit le ${day(on)}`,
  by: (department: string) => `Équipe : ${department}`,
  source: 'Qui l’a écrit :',
  verified: (on: string) => `lu encore le ${day(on)}`,
  procedure: 'Faire la demande ici',
  usefulText: 'Écrivez-nous. Une personne vous répond.',
  notFoundTitle: 'Cette réponse n’existe pas',
  loadFailed: 'La réponse ne s’ouvre pas',
};
export const notFound: typeof French.notFound = {
  title: 'Cette page n’existe pas',
  text: 'L’adresse n’est pas bonne. Ou la page n’est plus là.',
  home: 'Aller à la première page',
};
export const offline: typeof French.offline = {
  title: 'Internet ne marche pas',
  text: 'Cette page a besoin d’Internet. Vos réponses sont gardées sur cet appareil.',
  retry: 'Essayer encore',
};
export const siteMap: typeof French.siteMap = {
  title: 'Toutes les pages',
  description: 'La liste de toutes les pages.',
  pages: 'Les pages',
  procedures: 'Les demandes',
  answers: 'Les réponses',
  legal: 'À savoir',
};

export const contact: typeof French.contact = {
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
