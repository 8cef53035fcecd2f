const people = (count: number) => (count > 1 ? `${count} personnes` : `${count} personne`);
const requests = (count: number) => (count > 1 ? `${count} demandes` : `${count} demande`);

/** Words of the list under the search box: they come with every page. */
export const suggestions = {
  title: 'Propositions',
  people: 'Personnes',
  requests: 'Demandes',
  everything: (words: string) => `Tous les résultats pour « ${words} »`,
  counted: (person: number, request: number) =>
    [person && people(person), request && requests(request)].filter(Boolean).join(' et ') || 'Aucun résultat',
  toBrowse: 'Flèche bas pour les parcourir.',
  nothing: 'Aucun résultat.',
};
