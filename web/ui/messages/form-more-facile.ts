import type * as french from './form-more-fr.ts';
import { plural } from './numbers.ts';

export const tasks: typeof french.tasks = {
  title: 'Les pages de votre demande',
  count: (done: number, all: number) =>
    `Vous avez fini ${plural(done, { one: 'page', other: 'pages' })} sur ${all}. Vos réponses sont gardées.`,
  states: { done: 'Fini', 'to-do': 'À faire', later: 'Plus tard' },
  goOn: 'Continuer',
  check: 'Lire et envoyer',
};
export const eligibility: typeof french.eligibility = {
  title: 'C’est pour vous ?',
  text: (count: number) =>
    count > 1 ? `Répondez à ${count} questions pour le savoir.` : 'Répondez à 1 question pour le savoir.',
  open: 'Répondre',
  fine: 'Oui, c’est pour vous. Vous pouvez commencer.',
};
export const lateSending: typeof french.lateSending = {
  title: 'Internet ne marche pas. Votre demande attend.',
  text: 'Elle est gardée sur cet appareil. Internet revient ? Elle part toute seule.',
  textClosed: 'Vous pouvez fermer la page. Revenez plus tard. La demande partira.',
  now: 'Essayer maintenant',
  cancel: 'Ne pas envoyer',
};
