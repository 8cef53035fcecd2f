/** Words of the numbers that want no more text messages. */
export const sms = {
  optOuts: {
    title: 'Numéros qui ne veulent plus de SMS',
    intro:
      'Ces personnes ont répondu STOP. Nos messages leur parviennent par courriel ou par lettre. Ne rétablissez un numéro qu’à la demande de la personne.',
    empty: 'Aucun numéro n’a refusé les SMS.',
    since: (day: string) => `Depuis le ${day}`,
    byText: 'Par un SMS de la personne',
    lifted: (by: string, day: string, reason: string) =>
      `Rétabli par ${by} le ${day}${reason ? ` : ${reason}` : ''}`,
    citizen: 'la personne elle-même',
    more: 'Numéros suivants',
  },
  lift: {
    liftTitle: 'Envoyer de nouveau des SMS à ce numéro',
    liftReason: 'Pour quelle raison ?',
    liftHint: 'Par exemple : la personne l’a demandé au guichet.',
    liftGo: 'Rétablir le numéro',
    liftedNow: (number: string) => `${number} est rétabli.`,
    reasonMissing: 'Dites en quelques mots qui l’a demandé.',
  },
};
