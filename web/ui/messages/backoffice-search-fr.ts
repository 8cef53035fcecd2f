/** Words of the page of results. */
export const search = {
  title: 'Recherche',
  all: 'Tout',
  kinds: 'Chercher parmi',
  searching: 'Recherche…',
  answers: (words: string) => `Résultats pour « ${words} »`,
  limited:
    'Seuls les premiers résultats sont montrés : ajoutez un prénom, une rue ou un sujet pour préciser.',
  noWords: 'Que cherchez-vous ?',
  noWordsText: 'Tapez dans la barre du haut, ou appuyez sur la touche / depuis n’importe quelle page.',
  waysTitle: 'On peut chercher par',
  ways: [
    'le nom, dans n’importe quel ordre, sans accent ni majuscule, même avec une faute de frappe',
    'le numéro de téléphone, ou ses quatre derniers chiffres au moins',
    'l’adresse électronique, ou son début',
    'le numéro de la demande, avec ou sans la lettre',
    'l’adresse : numéro et rue',
    'le sujet de la demande',
  ],
  emptyTitle: (words: string) => `Aucune personne ni demande ne correspond à « ${words} »`,
  emptyHints: [
    'Essayez avec moins de mots, ou avec le téléphone ou l’adresse électronique.',
    'Un courriel ou un appel qui n’est pas encore une demande se trouve dans la qualification.',
  ],
  reserved: 'Ce qui est réservé à d’autres services n’apparaît pas ici.',
  newTitle: 'C’est quelqu’un de nouveau ?',
  newFields: { name: 'Prénom et nom', phone: 'Téléphone', email: 'Adresse électronique' },
  nameNeeded: 'Indiquez au moins le nom.',
  create: 'Créer cette personne',
  created: 'Personne créée.',
  since: (day: string) => `Reçue le ${day}`,
};
