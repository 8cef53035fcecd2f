import type { answersFirst as Before, mayAnswer as French } from './knowledge-fr.ts';

export const mayAnswer: typeof French = {
  title: 'Nous avons peut-être déjà la réponse',
  text: 'Vous pouvez lire cette réponse. Vous pouvez aussi envoyer votre demande.',
  newTab: '(s’ouvre à côté)',
};
/** Before the form for everything else. */
export const answersFirst: typeof Before = {
  title: 'Cherchez d’abord',
  text: 'Écrivez deux ou trois mots. Vous trouverez peut-être la réponse. Sinon, écrivez-nous.',
};
export const procedureKind = 'Demande';
export const answerKind = 'Réponse';
