/** What the sign-in page of the stand-ins says. */
export const messages = {
  proconnect: { title: 'Connexion des agents', provider: 'ProConnect' },
  franceconnect: { title: 'Connexion des usagers', provider: 'FranceConnect' },
  standIn: (provider: string) =>
    `Page de démonstration qui remplace ${provider}. Les personnes ci-dessous sont inventées : choisissez sous quelle identité continuer.`,
  skip: 'Aller au contenu',
  choose: 'Continuer en tant que',
  bornOn: (date: string) => `né·e le ${date}`,
  unknown: 'Cette identité n’existe pas dans la démonstration.',
  refused: (code: string) =>
    `La connexion ne peut pas commencer : le site l’a mal demandée. Code d’erreur : ${code}.`,
  expired: 'Cette demande de connexion a expiré. Revenez au site et recommencez.',
} as const;
