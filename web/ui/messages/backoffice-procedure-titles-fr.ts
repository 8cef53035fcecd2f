/** Titles of the pages of procedures, until each sets its own. */
export const procedureTitles = {
  all: 'Démarches',
  one: 'Modifier une démarche',
  import: 'Importer une démarche',
  catalogue: 'Catalogue partagé',
  revisions: 'Révisions',
  loading: 'Démarche',
  notFound: 'Démarche introuvable',
  notFoundText: 'Elle n’existe pas, ou son brouillon a été abandonné.',
};
