import type { RequiredDocument } from '../procedure.ts';

/** Words of answers, shown on the check page, in the request's text and to agents. */
export const answerWords = {
  yes: 'Oui',
  no: 'Non',
  none: 'Non renseigné',
  consent: 'Oui, je confirme',
  number: (value: number, unit?: string) =>
    `${new Intl.NumberFormat('fr-FR').format(value)}${unit ? ` ${unit}` : ''}`,
  amount: (cents: number) =>
    new Intl.NumberFormat('fr-FR', {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    }).format(cents / 100),
  date: (year: number, month: number, day: number) =>
    new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
      .format(Date.UTC(year, month - 1, day))
      .replace(/^1 /, '1er '),
  /** Pattern of a replacement: hours, then minutes. */
  time: '$1 h $2',
  period: (from: string, to: string) => `Du ${from} au ${to}`,
  signed: (name: string, on: string) => `Signé par ${name}, le ${on}`,
  child: (name: string, born: string) => (born ? `${name}, né(e) le ${born}` : name),
  slot: (at: Date, timeZone = 'Europe/Paris') =>
    new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at),
  row: (label: string, count: number) => `${label} ${count}`,
  line: (label: string, value: string) => `${label.replace(/\s*[?:.]$/, '')} : ${value}`,
  files: (count: number) => (count > 1 ? `${count} fichiers joints` : `${count} fichier joint`),
};

/** Words of the questions that a required document makes. */
export const documentWords = {
  stepTitle: 'Vos documents',
  stepHint:
    'Ajoutez les documents que vous avez. S’il vous en manque un, envoyez quand même votre demande : le service vous le demandera.',
  which: 'Quel document avez-vous ajouté ?',
  hints: ({ accepts, validMonths, requiredBy }: RequiredDocument): string[] => [
    ...(accepts.length > 0
      ? [`Accepté aussi : ${accepts.map(({ label }) => lowerFirst(label)).join(', ')}.`]
      : []),
    ...(validMonths ? [`Daté de moins de ${validMonths}\u00a0mois.`] : []),
    ...(requiredBy ? [`Demandé par : ${requiredBy}.`] : []),
  ],
};

/** "Facture d'eau" in the middle of a sentence; a word all in capitals stays so. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Ll}’' ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
