export const mail = {
  layout: 'Voir la mise en forme d’origine',
  layoutOf: (subject: string) => `Courriel tel qu’il se présentait : ${subject}`,
  layoutNote:
    'Rien n’est chargé de l’extérieur : images distantes, liens et formulaires sont retirés. L’adresse d’un lien est écrite à côté de lui.',
  layoutFailed: 'La mise en forme d’origine n’a pas pu être chargée.',
  sentTo: (addresses: string) => `Reçu à ${addresses}`,
  unverified:
    'L’adresse de l’expéditeur n’est pas garantie par son domaine. Ne communiquez rien de personnel en réponse avant de l’avoir vérifiée.',
  forged:
    'Le domaine de l’expéditeur dit que ce courriel ne vient pas de lui : l’adresse est sans doute usurpée.',
  automatic: 'Message automatique : il n’a reçu aucune réponse.',
  shared:
    'Un autre courriel, au contenu différent, est arrivé sous le même identifiant. Vérifiez que celui-ci vient bien de cette personne.',
  notes: {
    unreadable: 'Ce courriel n’a pas pu être lu par un programme : ouvrez-le en entier dans les documents.',
    cut: 'Ce courriel est trop long ou trop profond pour être montré en entier : il se trouve dans les documents.',
    encrypted: 'Ce courriel est chiffré : son contenu n’a pas pu être lu.',
    'more-attachments':
      'Il porte plus de cinquante pièces jointes : les autres se trouvent dans le courriel complet, parmi les documents.',
  },
  held: 'Pièces retenues',
  heldReasons: {
    infected: 'un virus y a été trouvé',
    unscannable: 'programme, archive ou fichier verrouillé',
    pending: 'analyse en cours',
  },
};

export const quarantine = {
  title: 'Quarantaine',
  intro:
    'Ce qui a été mis de côté, du plus récent au plus ancien. Rien n’est effacé ; tout peut ressortir, et passe alors par la qualification.',
  reason: 'Raison',
  anyReason: 'Toutes les raisons',
  words: 'Expéditeur ou objet',
  search: 'Chercher',
  reasons: {
    virus: 'Virus',
    spam: 'Indésirable ou publicité',
    phishing: 'Hameçonnage probable',
    'claims-to-be-us': 'Se fait passer pour la collectivité',
    automatic: 'Message automatique',
    'not-ours': 'Ne concerne pas la collectivité',
    unreadable: 'Illisible',
    duplicate: 'Déjà reçu',
  } as Record<string, string>,
  nothingFound: 'Rien ne correspond ici',
  nothingFoundText: 'Élargissez la recherche, ou poursuivez plus loin s’il reste des pages.',
  empty: 'La quarantaine est vide',
  emptyText: 'Aucun document n’a été mis de côté.',
  release: 'Ressortir',
};
