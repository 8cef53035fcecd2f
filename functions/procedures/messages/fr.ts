/** Words of answers, shown on the check page, in the request's text and to agents. */
export const answerWords = {
  yes: 'Oui',
  none: 'Non renseigné',
  consent: 'Oui, je confirme',
  number: (value: number, unit?: string) =>
    `${new Intl.NumberFormat('fr-FR').format(value)}${unit ? ` ${unit}` : ''}`,
  date: (year: number, month: number, day: number) =>
    new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, day),
    ),
  files: (count: number) => (count > 1 ? `${count} fichiers joints` : `${count} fichier joint`),
};
