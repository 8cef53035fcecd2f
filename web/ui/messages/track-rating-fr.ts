/** One question after the answer, and what a no can do. */
export const rating = {
  title: 'Votre avis sur la réponse',
  question: 'Cette réponse vous a-t-elle aidé ?',
  scores: { satisfied: 'Oui', mixed: 'En partie', unsatisfied: 'Non' },
  words: 'Dites-nous pourquoi',
  wordsHint: 'Votre avis sert à améliorer le service. Ne donnez pas d’information personnelle.',
  missing: 'Cette réponse vous a-t-elle aidé ? Choisissez une réponse',
  send: 'Envoyer mon avis',
  sending: 'Envoi en cours…',
  thanks: (score: string) => `Merci. Votre avis : ${score.toLowerCase()}.`,
  comment: (comment: string) => `« ${comment} »`,
  change: (day: string) => `Changer mon avis (jusqu’au ${day})`,
  reopenTitle: 'Demander la reprise de ma demande',
  reopenText: 'Le service reprend votre demande et vous répond de nouveau.',
  reopenRefused:
    'La reprise ne prolonge pas le délai pour contester le refus. Pour le contester, utilisez « Comprendre ce refus ».',
  reason: 'Que manque-t-il à la réponse ?',
  reasonMissing: 'Que manque-t-il à la réponse ? Écrivez quelques mots',
  reopen: 'Faire reprendre ma demande',
};
