/** What the portal says of answers it found for somebody who is writing. */
export const mayAnswer = {
  title: 'La réponse est peut-être déjà là',
  text: 'D’après votre objet. Vous pouvez aussi envoyer votre demande tout de suite.',
  newTab: '(nouvel onglet)',
};
/** Before the form for everything else. */
export const answersFirst = {
  title: 'Votre réponse est peut-être déjà là',
  text: 'Dites en deux mots ce qui vous amène : une réponse ou une démarche existe souvent déjà. Sinon, écrivez-nous.',
};
export const procedureKind = 'Démarche';
export const answerKind = 'Réponse';
