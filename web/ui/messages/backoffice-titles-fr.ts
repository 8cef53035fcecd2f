/** Titles of the pages that come with their first visit: the addresses know them, not the rest of their words. */
export const titles = {
  ackDebt: 'Accusés de réception manquants',
  batches: 'Lots numérisés',
  batch: 'Lot numérisé',
  print: 'Lettres à imprimer',
  printBatches: 'Lots pour l’imprimante',
  templates: 'Modèles de lettres',
  template: 'Modèle de lettre',
  book: 'Parapheur',
  bookLetter: 'Courrier à valider',
  people: 'Présences et délégations',
  procedures: 'Démarches',
  procedure: 'Modifier une démarche',
  procedureImport: 'Importer une démarche',
  procedureCatalogue: 'Catalogue partagé',
  procedureRevisions: 'Révisions',
};
