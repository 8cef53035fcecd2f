/** French of the mails to those who follow a report. */
type Said = { category: string; commune: string; on: string };
const what = ({ category, commune, on }: Said): string => `« ${category} » à ${commune}, signalé le ${on}`;

export const mails = {
  greeting: 'Bonjour,',
  welcome: (said: Said) => ({
    subject: `Vous suivez un signalement : ${said.category}`,
    text: `Vous avez demandé à suivre un signalement : ${what(said)}. Vous recevrez les mêmes nouvelles que la personne qui l’a fait : quand un service s’en occupe, puis quand c’est terminé.\n\nInutile de le signaler à nouveau.`,
  }),
  taken: (said: Said, department: string | null) => ({
    subject: `Un service s’occupe de votre signalement : ${said.category}`,
    text: `${department ? `Le service « ${department} »` : 'Un service'} s’occupe du signalement que vous suivez : ${what(said)}.\n\nNous vous écrirons quand ce sera terminé.`,
  }),
  resolved: (said: Said, answer: string | null) => ({
    subject: `Signalement traité : ${said.category}`,
    text: [
      `Le signalement que vous suivez est traité : ${what(said)}.`,
      ...(answer ? ['## La réponse du service', answer] : []),
      'Si le problème est toujours là, faites un nouveau signalement : quelques secondes suffisent.',
    ].join('\n\n'),
  }),
  leave: 'Ne plus suivre ce signalement',
  leaveFooter: (link: string) => `Vous ne voulez plus de ces nouvelles ? ${link}`,
  footer: (phone: string) => `Une question ? Appelez-nous au ${phone}.`,
  demonstration: 'Message d’une collectivité inventée pour la démonstration.',
};
