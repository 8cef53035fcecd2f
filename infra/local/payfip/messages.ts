/** What the payment stand-in says. It never looks like the real one. */
export const payfipPage = {
  title: 'Page de paiement simulée',
  standIn: 'Ceci n’est pas PayFiP : aucune carte n’est demandée, aucun argent ne circule.',
  test: (mode: string) => `saisie = ${mode}`,
  object: 'Objet',
  amount: 'Montant',
  debt: 'Référence de la dette',
  client: 'Client',
  email: 'Courriel',
  card: 'Payer par carte',
  debit: 'Payer par prélèvement',
  refuseCard: 'Carte refusée',
  refuseDebit: 'Prélèvement refusé',
  cancel: 'Annuler',
  close: 'Fermer sans rien faire',
  results: {
    P: 'Paiement par carte accepté',
    V: 'Paiement par prélèvement accepté',
    A: 'Paiement annulé',
    R: 'Carte refusée',
    Z: 'Prélèvement refusé',
  },
  back: 'Retourner sur le site',
  closed: 'Vous pouvez fermer cette fenêtre : rien n’a été payé.',
  unknown: 'P1 : opération inconnue.',
  used: 'P3 : cette opération a déjà été payée.',
  late: 'P4 : cette opération a été ouverte il y a plus de quinze minutes.',
};

/** On the tools page. */
export const payfipTools = {
  title: 'Paiements (PayFiP simulé)',
  intro:
    'Pour décider de ce que le paiement rencontre : POST /local/payfip, décrit ici. Sans idOp ni refdet, il s’agit de la dernière opération.',
  last: 'Dernières opérations',
  columns: { operation: 'Opération', debt: 'Référence', amount: 'Montant', result: 'Résultat' },
  waiting: 'en attente',
  example: 'Exemples',
  words:
    'result : P carte, V prélèvement, A annulé, R carte refusée, Z prélèvement refusé. notify : now, lost, late (après after), twice, wrong. payAfter : quand la personne paie. knownAfter : durée du « pas encore connu » (P5). montant, numcli, tellRefdet : ce que le détail dit d’autre. trouble : technical, unavailable, protocol, garbage ou lost-answer, sur create, detail ou all. Sans result, c’est la façon de faire des paiements suivants.',
};
