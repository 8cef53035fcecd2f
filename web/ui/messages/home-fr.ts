import { plural } from './numbers.ts';

export const home = {
  title: 'Vos démarches, simplement',
  documentTitle: 'Vos démarches en ligne',
  description: (name: string) =>
    `Faire une demande à ${name}, joindre ses documents et suivre la réponse, sans créer de compte.`,
  lead: (name: string) =>
    `Demandez, signalez, suivez : ${name} vous répond, et vous savez à tout moment où en est votre demande.`,
  searchLabel: 'Que cherchez-vous ?',
  searchHint: 'Par exemple : acte de naissance, nid-de-poule, crèche',
  search: 'Rechercher',
  results: (count: number) =>
    count === 0
      ? 'Aucun résultat'
      : `${plural(count, { one: 'résultat', other: 'résultats' })}. Utilisez les flèches pour les parcourir.`,
  resultsLabel: 'Résultats de la recherche',
  nothing: 'Rien ne correspond. Écrivez-nous avec vos mots : nous trouvons le bon service.',
  writeToUs: 'Poser une question ou faire une demande',
  popular: 'Les démarches les plus demandées',
  all: 'Toutes les démarches',
  trackTitle: 'Où en est ma demande ?',
  trackText: 'Avec le numéro et le code reçus lors de votre envoi. Aucun compte n’est nécessaire.',
  trackAction: 'Suivre ma demande',
  helpTitle: 'Réponses à vos questions',
  helpAll: 'Toutes les réponses',
  contactTitle: 'Nous joindre',
  contactText: 'Une personne vous répond, et peut remplir la démarche avec vous.',
  promiseTitle: 'Notre engagement',
  promises: [
    {
      title: 'Une seule adresse',
      text: 'Peu importe le service compétent : vous écrivez ici, nous nous chargeons du reste.',
    },
    {
      title: 'Une date annoncée',
      text: 'Chaque demande reçoit un numéro et une date de réponse, affichés dans votre suivi.',
    },
    {
      title: 'Sans compte ni traceur',
      text: 'Rien à créer, aucun cookie publicitaire. Votre brouillon reste sur votre appareil.',
    },
  ],
};
export const procedureList = {
  title: 'Toutes les démarches',
  description: 'Les démarches en ligne, par thème, avec leur durée.',
  intro: 'Remplissez-les à votre rythme : votre brouillon est gardé sur votre appareil.',
  filterLabel: 'Filtrer les démarches',
  shown: (count: number) => `${plural(count, { one: 'démarche', other: 'démarches' })}`,
  nothing: 'Aucune démarche ne correspond à ces mots.',
  clear: 'Voir toutes les démarches',
};
