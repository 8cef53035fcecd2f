import { day } from './dates.ts';

export const help = {
  title: 'Réponses à vos questions',
  description: 'Les réponses aux questions les plus fréquentes, service par service.',
  intro: 'Des réponses courtes, tenues à jour par les services.',
  updated: (on: string) => `Mis à jour le ${day(on)}`,
  by: (department: string) => `Service ${department}`,
  source: 'Source :',
  verified: (on: string) => `vérifié le ${day(on)}`,
  procedure: 'Faire la démarche en ligne',
  back: 'Toutes les réponses',
  useful: 'Vous n’avez pas trouvé ?',
  usefulText: 'Écrivez-nous avec vos mots : nous trouvons le bon service.',
  ask: 'Poser une question',
  notFoundTitle: 'Cette réponse n’existe pas ou n’est plus publiée',
  loadFailed: 'La réponse n’a pas pu se charger',
};

export const contact = {
  title: 'Nous contacter',
  description: 'Téléphone, courriel, adresse et horaires de l’accueil et de chaque service.',
  intro: 'Par téléphone, par écrit ou à l’accueil : une personne vous répond.',
  welcome: 'Accueil',
  online: 'En ligne',
  onlineText: 'Votre demande reçoit un numéro et une date de réponse.',
  ask: 'Écrire une demande',
  departments: 'Les services',
  departmentsText: 'Si vous ne savez pas à quel service vous adresser, appelez l’accueil.',
  deaf: 'Personnes sourdes ou malentendantes',
  deafText:
    'Écrivez-nous par le formulaire ou par courriel : nous répondons par écrit, et nous pouvons convenir d’un rendez-vous avec un interprète.',
};

export const notFound = {
  title: 'Cette page n’existe pas',
  text: 'L’adresse est peut-être incomplète, ou la page a été déplacée.',
  home: 'Revenir à l’accueil',
};
export const offline = {
  title: 'Vous n’êtes pas connecté',
  text: 'Cette page demande une connexion à Internet. Vos brouillons sont intacts sur cet appareil : vous pouvez les continuer et les envoyer plus tard.',
  retry: 'Réessayer',
};
export const siteMap = {
  title: 'Plan du site',
  description: 'Toutes les pages du site.',
  pages: 'Pages principales',
  procedures: 'Démarches',
  answers: 'Réponses',
  legal: 'Informations',
};
