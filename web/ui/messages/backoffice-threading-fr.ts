/** Words of the requests a contact may belong to, and of what was kept from leaving by itself. */
export const threading = {
  title: 'Demandes auxquelles ce document peut appartenir',
  intro: 'Rien n’est rattaché sans vous : une preuve manque.',
  reasons: 'Ce qui le fait penser',
  join: 'Rattacher',
  joinAbout: (reference: string) => `Rattacher à ${reference}`,
  joinKey: 'S',
  followUp:
    'Cette demande est terminée. Acceptez pour ouvrir une demande de suite, rouvrez-la d’abord, ou classez ce document sans rien rouvrir (un remerciement, par exemple).',
  file: 'Classer sans rouvrir',
  hidden: 'Cette demande est réservée à d’autres personnes.',
  reasonsOf: {
    'reply-token': 'Répond à l’adresse signée de la demande',
    thread: 'Répond à un message de cette demande',
    code: 'Porte le code signé de la demande',
    reference: 'Cite la référence avec sa lettre',
    'reference-without-letter': 'Cite le numéro sans sa lettre',
    'reference-close': 'Cite un numéro presque identique',
    'known-address': 'Vient d’une adresse connue et vérifiée',
    'unverified-address': 'L’adresse est connue, mais rien ne prouve qu’il en vient',
    'unknown-address': 'Vient d’une adresse inconnue de cette demande',
    'other-name': 'Écrit par une autre personne de la même famille',
    'sms-code': 'Répète le code demandé par SMS',
    'known-number': 'Vient du numéro de la personne',
    'unknown-number': 'Vient d’un autre numéro que celui de la personne',
    'several-requests': 'Plusieurs demandes correspondent',
    'request-over': 'La demande est terminée',
    'sheet-name': 'Le nom est lu sur la feuille',
    'sheet-address': 'L’adresse est lue sur la feuille',
    'no-name-on-sheet': 'Ni le nom ni l’adresse ne sont lus sur la feuille',
    'slip-used': 'Ce bordereau a déjà servi',
    'letter-with-more': 'Notre lettre, avec autre chose ou qui n’a pas été postée',
    'slip-not-awaited': 'Ce bordereau n’est plus attendu',
  } as Record<string, string>,
};

export const withheld = {
  title: 'Accusé de réception retenu',
  text: 'Trop de réponses automatiques sont parties vers cette adresse, ou rien ne prouve qu’elle a écrit. Il partira de lui-même si le délai passe, sauf en cas de boucle ou d’adresse usurpée.',
  send: 'Envoyer l’accusé de réception',
  sent: 'L’accusé de réception part.',
};
