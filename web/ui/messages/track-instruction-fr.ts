/** What the person is asked for while the request is instructed, and what became of it. */
export const tracked = {
  awaitedTitle: 'Des documents vous sont demandés',
  awaitedUntil: (day: string) => `Envoyez-les avant le ${day}. Vous pouvez les envoyer en plusieurs fois.`,
  overdue: (day: string) =>
    `Le délai était fixé au ${day}. Vous pouvez encore les envoyer tant que la demande n’est pas décidée.`,
  clock: {
    restarts: 'Le délai de réponse prévu par la loi commencera quand le dernier document sera arrivé.',
    suspended:
      'Le délai de réponse prévu par la loi est suspendu : il reprend quand le dernier document arrive.',
  } as Record<string, string>,
  received: 'Reçu',
  receivedOn: (day: string, isVerified: boolean) =>
    `Reçu le ${day}${isVerified ? '' : ', en cours de vérification'}.`,
  receivedTitle: 'Les documents que vous avez envoyés',
  awaited: 'À envoyer',
  which: 'Ce que vous envoyez',
  validity: (months: number) => `De moins de ${months} mois.`,
  begin: 'Envoyer mes documents',
  goOn: (left: number) =>
    left > 1 ? `Continuer : ${left} documents à envoyer` : 'Envoyer le dernier document',
  pieceUntil: (day: string) => `À envoyer avant le ${day}.`,
  file: 'Votre document',
  sendOne: 'Envoyer ce document',
  later: 'Plus tard',
  oneSent: (left: number) =>
    left > 1 ? `Document arrivé. Encore ${left} à envoyer.` : 'Document arrivé. Encore un à envoyer.',
  sending: 'Envoi en cours…',
  sent: 'Vos documents sont arrivés.',
  nothing: 'Ajoutez au moins un document.',
  byPost:
    'Vous pouvez aussi les envoyer par courrier ou les déposer à l’accueil, en indiquant le numéro de la demande.',

  implicit: {
    granted: (day: string) =>
      `Sans réponse au ${day}, votre demande est acceptée. Vous pouvez demander une attestation au service.`,
    refused: (day: string) =>
      `Sans réponse au ${day}, votre demande est considérée comme refusée. Vous pouvez demander les raisons au service et former un recours.`,
  },
  transferred: (name: string, day: string) =>
    `Votre demande a été transmise le ${day} à l’administration compétente : ${name}.`,
  suspended: (day: string) => `Le travail sur votre demande est suspendu depuis le ${day}.`,
  work: 'Le traitement de votre demande',

  withdraw: 'Renoncer à ma demande',
  withdrawText: 'Le service arrêtera de traiter votre demande. Vous pourrez en faire une autre plus tard.',
  withdrawReason: 'Pourquoi y renoncez-vous ?',
  withdrawGo: 'Confirmer que je renonce',
  withdrawn: 'Votre demande est retirée.',
  keep: 'Garder ma demande',
};
