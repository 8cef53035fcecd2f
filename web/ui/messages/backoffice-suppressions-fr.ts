/** Words of the addresses that are written to no more. */
export const suppressions = {
  title: 'Adresses en échec',
  intro:
    'Adresses auxquelles plus aucun courriel ne part : elles ont refusé un message pour de bon, ou leur propriétaire s’est plaint. Rien n’est effacé.',
  empty: 'Aucune adresse en échec',
  emptyText: 'Tous les courriels envoyés ont trouvé leur boîte.',
  reasonsOf: { bounced: 'N’existe plus ou refuse tout', complained: 'S’est plainte d’un message' } as Record<
    string,
    string
  >,
  since: (day: string) => `Depuis le ${day}, demande`,
  lifted: (by: string, day: string, reason: string) => `Rétablie par ${by} le ${day} : ${reason}`,
  lift: 'Rétablir',
  liftTitle: 'Écrire de nouveau à cette adresse',
  liftReason: 'Pour quelle raison ?',
  liftHint: 'Par exemple : la personne a vidé sa boîte et nous l’a dit.',
  liftGo: 'Rétablir l’adresse',
  liftedNow: (address: string) => `${address} est rétablie.`,
  reasonMissing: 'Dites en quelques mots pourquoi l’adresse fonctionne de nouveau.',
};
