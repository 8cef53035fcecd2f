/** What the portal says of answers it found for somebody who is writing. */
export const mayAnswer = {
  title: 'La réponse est peut-être déjà là',
  text: 'D’après votre objet. Vous pouvez aussi envoyer votre demande tout de suite.',
  newTab: '(nouvel onglet)',
};
export const procedureKind = 'Démarche';
export const answerKind = 'Réponse';
