/** The invented request that a template is shown with. */
export const sampleWords = {
  name: 'Camille Exemple',
  street: '12 rue de la Démonstration',
  otherAuthority: 'le conseil départemental',
  content: {
    subject: 'Demande d’exemple',
    text: 'Je vous écris au sujet de ma demande.',
    procedureTitle: 'Démarche d’exemple',
  },
  documents: ['Justificatif de domicile de moins de trois mois', 'Photographie récente'],
  answer: 'Réponse d’exemple',
};
