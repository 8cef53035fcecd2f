import { plural } from './numbers.ts';

const years = (count: string) => plural(Number(count) || 0, { one: 'an', other: 'ans' });
const isNot = (not: boolean) => (not ? 'n’est pas' : 'est');

/** Words of the conditions: those of the builder, and the sentence that says what was built. */
export const conditions = {
  always: 'Toujours.',
  noneYet: 'Aucune condition pour l’instant.',
  begin: 'Mettre une condition',
  change: 'Changer la condition',
  show: 'Voir la condition',
  mode: 'Il faut que',
  modes: [
    { value: 'all', label: 'toutes ces lignes soient vraies' },
    { value: 'any', label: 'au moins une de ces lignes soit vraie' },
    { value: 'not-all', label: 'ces lignes ne soient pas toutes vraies' },
    { value: 'not-any', label: 'aucune de ces lignes ne soit vraie' },
  ],
  add: 'Ajouter une ligne',
  addFirst: 'Ajouter une ligne à la condition',
  addGroup: 'Ajouter un groupe de lignes',
  group: (count: number) => `Groupe, à la ligne ${count}`,
  line: (count: number) => `Ligne ${count}`,
  question: 'Question',
  unknownQuestion: (name: string) => (name ? `Question inconnue : ${name}` : 'Choisissez une question'),
  operator: 'Réponse',
  value: 'Valeur',
  day: 'Jour',
  days: [
    { value: 'today', label: 'le jour de la demande' },
    { value: 'day', label: 'un jour précis' },
  ],
  not: 'Le contraire',
  remove: 'Retirer',
  noSubject: 'Ajoutez d’abord une question au formulaire : une condition regarde une réponse.',
  operators: {
    is: 'est',
    in: 'est une de ces réponses',
    filled: 'est donnée',
    empty: 'n’est pas donnée',
    above: 'est supérieure à',
    below: 'est inférieure à',
    onOrBefore: 'est au plus tard',
    onOrAfter: 'est au plus tôt',
    olderThan: 'montre un âge de plus de (ans)',
    youngerThan: 'montre un âge de moins de (ans)',
    countAbove: 'en compte plus de',
  },
  and: ' et ',
  or: ' ou ',
  orValue: ' ou ',
  notGroup: (words: string) => `sauf si : ${words}`,
  about: (label: string) => `« ${label.replace(/\s*[?:.]$/, '')} »`,
  quoted: (text: string) => `« ${text} »`,
  noQuestion: 'question à choisir',
  outcome: 'Décision',
  today: 'le jour de la demande',
  says: {
    is: (about: string, value: string, not: boolean) => `la réponse à ${about} ${isNot(not)} ${value}`,
    in: (about: string, value: string, not: boolean) => `la réponse à ${about} ${isNot(not)} ${value}`,
    filled: (about: string, _: string, not: boolean) =>
      not ? `${about} reste sans réponse` : `${about} a une réponse`,
    empty: (about: string, _: string, not: boolean) =>
      not ? `${about} a une réponse` : `${about} reste sans réponse`,
    above: (about: string, value: string, not: boolean) =>
      not ? `${about} ne dépasse pas ${value}` : `${about} dépasse ${value}`,
    below: (about: string, value: string, not: boolean) =>
      not ? `${about} est au moins ${value}` : `${about} est inférieur à ${value}`,
    onOrBefore: (about: string, value: string, not: boolean) =>
      not ? `${about} est après : ${value}` : `${about} est au plus tard : ${value}`,
    onOrAfter: (about: string, value: string, not: boolean) =>
      not ? `${about} est avant : ${value}` : `${about} est au plus tôt : ${value}`,
    olderThan: (about: string, value: string, not: boolean) =>
      not
        ? `${about} ne montre pas plus de ${years(value)}`
        : `${about} montre un âge de plus de ${years(value)}`,
    youngerThan: (about: string, value: string, not: boolean) =>
      not ? `${about} montre ${years(value)} ou plus` : `${about} montre un âge de moins de ${years(value)}`,
    countAbove: (about: string, value: string, not: boolean) =>
      not ? `${about} n’en compte pas plus de ${value}` : `${about} en compte plus de ${value}`,
  },
};
