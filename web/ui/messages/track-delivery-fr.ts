/** How the person wants to be written to, on the page where a request is followed. */
export const choice = {
  open: 'Choisir comment recevoir nos réponses',
  title: 'Recevoir nos réponses',
  legend: 'Comment souhaitez-vous être contacté ?',
  email: (address: string | null) => (address ? `Par courriel : ${address}` : 'Par courriel'),
  sms: (phone: string | null) => (phone ? `Par SMS, pour lire ici : ${phone}` : 'Par SMS, pour lire ici'),
  letter: (address: string | null) => (address ? `Par courrier postal : ${address}` : 'Par courrier postal'),
  portal: 'Les décisions sur cette page de suivi',
  smsHint: 'Le SMS dit seulement qu’un message vous attend.',
  portalHint: 'Un courriel ou un SMS vous prévient. Vous pouvez revenir au courrier à tout moment.',
  newEmail: 'Votre courriel',
  newPhone: 'Votre numéro de mobile',
  newAddress: 'Votre adresse postale',
  consent:
    'J’accepte expressément de recevoir les décisions sur cette page, à la place d’un courrier recommandé',
  consentHint:
    'Une décision est notifiée le jour où vous l’ouvrez. Si vous ne l’ouvrez pas dans les quinze jours, elle est réputée notifiée le jour où elle a été mise ici (article R. 112-20 du code des relations entre le public et l’administration).',
  save: 'Enregistrer mon choix',
  cancel: 'Fermer',
  saved: 'Votre choix est enregistré.',
  missing: {
    email: 'Indiquez un courriel comme nom@exemple.fr.',
    phone: 'Indiquez un numéro de mobile français.',
    address: 'Indiquez votre adresse postale.',
    consent: 'Cochez la case pour donner votre accord, ou choisissez un autre moyen.',
  } as Record<string, string>,
};
