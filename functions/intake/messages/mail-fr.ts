/** Words that stand in the text drawn from a mail, read by agents. */
export const calendar = {
  invitation: 'Événement de calendrier',
  methods: {
    REQUEST: 'Invitation à un rendez-vous',
    CANCEL: 'Annulation d’un rendez-vous',
    REPLY: 'Réponse à une invitation',
  } as Record<string, string>,
  labels: {
    SUMMARY: 'Objet : ',
    DTSTART: 'Début : ',
    DTEND: 'Fin : ',
    LOCATION: 'Lieu : ',
    ORGANIZER: 'Organisateur : ',
    DESCRIPTION: 'Détail : ',
  },
  when: (day: string, time: string | null, isUtc: boolean): string =>
    time ? `${day} à ${time}${isUtc ? ' (temps universel)' : ''}` : day,
};
export type CalendarWords = typeof calendar;

export const forwarded = (from: string, date: string, subject: string): string =>
  [
    '---------- Message transféré ----------',
    from && `De : ${from}`,
    date && `Date : ${date}`,
    subject && `Objet : ${subject}`,
  ]
    .filter(Boolean)
    .join('\n');

/** Where a picture was in a mail shown without it. */
export const pictureLeftOut = (alternative: string): string =>
  alternative ? `[image : ${alternative}]` : '[image]';
export const wholeMailName = 'message-complet.eml';
