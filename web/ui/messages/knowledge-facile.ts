import type { mayAnswer as French } from './knowledge-fr.ts';

export const mayAnswer: typeof French = {
  title: 'Nous avons peut-être déjà la réponse',
  text: 'Vous pouvez lire cette réponse. Vous pouvez aussi envoyer votre demande.',
  newTab: '(s’ouvre à côté)',
};
export const procedureKind = 'Demande';
export const answerKind = 'Réponse';
