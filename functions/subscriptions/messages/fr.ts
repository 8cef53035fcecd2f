/** What subscribers read by mail and on their telephones. */
export const confirmation = {
  subject: (authority: string) => `Confirmez votre abonnement aux nouvelles de ${authority}`,
  text: (authority: string, themes: readonly string[], link: string) =>
    [
      'Bonjour,',
      `Quelqu’un, sans doute vous, a demandé à recevoir à cette adresse des nouvelles de ${authority} :`,
      themes.map((theme) => `- ${theme}`).join('\n'),
      `Pour les recevoir, ouvrez cette page et confirmez :\n${link}`,
      'Si ce n’est pas vous, ne faites rien : rien ne vous sera envoyé, et cette adresse sera effacée dans sept jours.',
    ].join('\n\n'),
  track: 'Confirmer mon abonnement',
  sms: (authority: string, link: string) =>
    `${authority} : pour recevoir nos alertes sur ce mobile, confirmez ici ${link} - Sinon, ne faites rien.`,
};
export const alerts = {
  about: (theme: string) => `Sujet : ${theme}`,
  urgent: 'Alerte',
  stop: (link: string) => `Changer vos choix ou ne plus rien recevoir : ${link}`,
  track: 'Changer mes choix ou me désabonner',
  trial: 'Essai, envoyé à vous seul',
  sms: (text: string, link: string) => `${text} - Arrêter / stop : ${link}`,
};
export const digest = {
  subject: (authority: string) => `Les autres nouvelles de la semaine, ${authority}`,
  opening: 'Bonjour,\n\nVoici ce que nous n’avons pas voulu vous envoyer un par un la semaine passée.',
  sms: (count: number, titles: string) => `${count} autres nouvelles cette semaine : ${titles}`,
};
export const footer = {
  why: 'Vous recevez ce message parce que vous vous êtes abonné, et seulement pour cela.',
  demonstration: 'Collectivité de démonstration : personnes et messages inventés.',
};
