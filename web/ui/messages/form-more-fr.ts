import { plural } from './numbers.ts';

/** Words of what few forms need: the list of steps, the questions before the start, sending without a network. */
export const tasks = {
  title: 'Les étapes de votre demande',
  count: (done: number, all: number) =>
    `${plural(done, { one: 'étape terminée', other: 'étapes terminées' })} sur ${all}. Vos réponses sont gardées.`,
  states: { done: 'Terminé', 'to-do': 'À faire', later: 'Pas encore' },
  goOn: 'Continuer',
  check: 'Vérifier et envoyer',
};
export const eligibility = {
  title: 'Est-ce pour vous ?',
  text: (count: number) =>
    count > 1
      ? `${count} questions pour le savoir avant de commencer.`
      : 'Une question pour le savoir avant de commencer.',
  open: 'Vérifier maintenant',
  fine: 'Rien ne s’y oppose : vous pouvez commencer. Vos réponses sont reprises dans la demande.',
};
export const lateSending = {
  title: 'Votre demande attend la connexion',
  text: 'Elle est gardée sur cet appareil et partira toute seule dès que la connexion revient. Elle ne peut pas partir deux fois.',
  textClosed: 'Si vous fermez cette page, rouvrez la démarche plus tard : elle partira aussitôt.',
  now: 'Essayer maintenant',
  cancel: 'Ne pas envoyer pour le moment',
};
