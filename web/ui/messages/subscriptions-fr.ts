/** What people may be told of, and how they say stop. */
export const subscriptions = {
  title: 'Être prévenu',
  description:
    'Choisissez les nouvelles que vous voulez recevoir, par courriel ou par SMS, et arrêtez quand vous voulez.',
  intro: (most: number) =>
    `Choisissez ce qui vous intéresse. Vous recevez au plus ${most} messages par semaine et par sujet : le reste vous est résumé le lundi. Seule une alerte urgente passe toujours.`,
  noAccount: 'Sans compte : un lien envoyé à votre adresse suffit.',
  themes: 'De quoi voulez-vous être prévenu ?',
  communes: 'Pour quelles communes ?',
  communesHint: 'Ne cochez rien pour tout le territoire.',
  channel: 'Comment ?',
  mail: 'Par courriel',
  sms: 'Par SMS',
  email: 'Votre adresse électronique',
  emailHint: 'Par exemple nom@exemple.fr',
  phone: 'Votre numéro de mobile',
  phoneHint: 'Par exemple 06 12 34 56 78',
  consent: (authority: string) =>
    `J’accepte de recevoir des SMS de ${authority} sur ces sujets. Je peux arrêter à tout moment.`,
  submit: 'M’abonner',
  sending: 'Envoi en cours',
  kept: 'Votre adresse sert à ces messages et à rien d’autre.',
  missing: {
    themes: 'Choisissez au moins un sujet',
    email: 'Écrivez une adresse électronique complète, comme nom@exemple.fr',
    phone: 'Écrivez un numéro de mobile français, comme 06 12 34 56 78',
    consent: 'Cochez la case pour accepter de recevoir des SMS',
  },
  none: 'Aucun sujet n’est proposé pour le moment.',
  sent: {
    title: 'Encore une chose : confirmez',
    mail: (address: string) =>
      `Nous avons envoyé un courriel à ${address}. Ouvrez le lien qu’il contient pour confirmer : sans cela, vous ne recevrez rien.`,
    sms: (number: string) =>
      `Nous avons envoyé un SMS au ${number}. Ouvrez le lien qu’il contient pour confirmer : sans cela, vous ne recevrez rien.`,
    late: 'Rien n’arrive au bout de quelques minutes ? Regardez dans les courriers indésirables, ou recommencez.',
    again: 'Recommencer avec une autre adresse',
  },
};
export const mySubscription = {
  opening: 'Ouverture de vos abonnements',
  confirmTitle: 'Confirmez votre abonnement',
  confirmText: (address: string) => `Vous avez demandé à recevoir ces nouvelles à ${address} :`,
  confirm: 'Oui, m’abonner',
  refuse: 'Non, ce n’est pas moi',
  confirmed: 'C’est confirmé',
  confirmedText: (address: string) => `Vous serez prévenu à ${address}.`,
  title: 'Vos abonnements',
  text: (address: string) => `Vous êtes prévenu à ${address}.`,
  save: 'Enregistrer mes choix',
  saved: 'Vos choix sont enregistrés.',
  stop: 'Ne plus rien recevoir',
  stopped: 'C’est arrêté',
  stoppedText: (address: string) =>
    `Vous ne recevrez plus de nouvelles à ${address}. Les messages sur vos propres demandes continuent d’arriver.`,
  back: 'M’abonner de nouveau',
  unknown: 'Ce lien ne marche plus',
  unknownText:
    'L’abonnement a sans doute été effacé, ou le lien est incomplet. Vous pouvez vous abonner de nouveau.',
};
