import { relativeDay, time } from './dates.ts';
import { plural } from './numbers.ts';

/** "Date de naissance" in the middle of a sentence; "SIRET" stays so. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}[\p{Ll}’ ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const form = {
  startTitle: (title: string) => title,
  before: 'Avant de commencer',
  facts: {
    minutes: (count: number) => `${plural(count, { one: 'minute', other: 'minutes' })} pour remplir`,
    answer: (count: number) => `Réponse sous ${plural(count, { one: 'jour', other: 'jours' })}`,
    audience: { person: 'les particuliers', company: 'les entreprises', association: 'les associations' },
    for: (who: string) => `Pour ${who}`,
    free: 'Sans compte, sans inscription',
  },
  youWillNeed: 'Ce qu’il vous faut',
  need: (label: string, others: readonly string[], months: number | undefined, isConditional: boolean) =>
    [
      label,
      others.length > 0 ? ` (ou : ${others.join(', ')})` : '',
      months ? `, de moins de ${months}\u00a0mois` : '',
      isConditional ? ', selon votre situation' : '',
    ].join(''),
  whatNext: 'Ce qui se passe ensuite',
  nextSteps: (days: number) => [
    'Vous recevez tout de suite un numéro et un code de suivi.',
    'Le service compétent étudie votre demande et vous écrit s’il manque quelque chose.',
    `Vous avez une réponse sous ${plural(days, { one: 'jour', other: 'jours' })}.`,
  ],
  silence: {
    sva: (months: string) =>
      `Sans réponse de notre part ${months} après la réception d’un dossier complet, votre demande est acceptée.`,
    svr: (months: string) =>
      `Sans réponse de notre part ${months} après la réception d’un dossier complet, votre demande est considérée comme refusée. Vous pouvez alors la contester.`,
  },
  period: (period: string) => {
    const [, count = '2', unit] = /^P(\d+)([DM])$/.exec(period) ?? [];
    return unit === 'D' ? plural(Number(count), { one: 'jour', other: 'jours' }) : `${count}\u00a0mois`;
  },
  start: 'Commencer',
  otherWays: 'Vous préférez être aidé ?',
  otherWaysText: (phone: string) => `Appelez le ${phone} : un agent remplit la demande avec vous.`,
  draftKept: 'Vos réponses sont gardées 30 jours sur cet appareil, et nulle part ailleurs avant l’envoi.',
  resumeTitle: 'Vous avez un brouillon',
  resumeText: (step: number, count: number, savedAt: string, now: string) =>
    `Vous en étiez à l’étape ${step} sur ${count}, ${relativeDay(savedAt, now)}.`,
  resume: 'Reprendre mon brouillon',
  restart: 'Recommencer à zéro',
  discarded: 'Le brouillon est effacé.',
  changedProcedure: 'Cette démarche a été mise à jour depuis votre dernier passage. Vérifiez vos réponses.',
  expiredFiles: 'Les fichiers ajoutés il y a plus d’un jour sont effacés : ajoutez-les à nouveau.',
  step: (index: number, count: number) => `Étape ${index} sur ${count}`,
  progress: 'Avancement',
  allRequired: 'Toutes les réponses sont attendues, sauf mention « facultatif ».',
  hints: {
    time: 'Par exemple 14 h 30.',
    iban: 'Il est sur votre relevé d’identité bancaire. Par exemple FR14 2004 1010 0505 0001 3M02 606.',
    siret: 'Quatorze chiffres, sur l’avis de situation de l’entreprise.',
    rna: 'Un W suivi de neuf chiffres, sur le récépissé de la préfecture.',
    'licence-plate': 'Par exemple AB-123-CD.',
  },
  euro: '€',
  inEuros: ' (€)',
  euros: (cents: number) => (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace('.', ','),
  yesNo: [
    { value: 'true', label: 'Oui' },
    { value: 'false', label: 'Non' },
  ],
  noAnswer: '–',
  child: { givenName: 'Prénom', familyName: 'Nom de famille', birthDate: 'Date de naissance' },
  phonePhoto: 'Prendre la photo avec mon téléphone',
  onPhone: 'Continuer sur un autre appareil',
  allSteps: 'Voir toutes les étapes',
  ofRow: (row: string) => `, ${row}`,
  partOf: (label: string, part: string) => `${label.replace(/\s*[?:.]$/, '')}, ${lowerFirst(part)}`,
  longest: (days: number) => `${plural(days, { one: 'jour', other: 'jours' })} au plus.`,
  rows: {
    title: (label: string, count: number) => `${label} ${count}`,
    added: (label: string, count: number) => `${label} ${count} : ajouté.`,
    removed: (label: string, count: number) => `${label} ${count} : retiré.`,
    remove: 'Retirer',
    full: (max: number) => `Vous avez atteint le maximum : ${max}.`,
  },
  notEligible: {
    title: 'Cette démarche n’est pas possible dans votre situation',
    check: 'Si vous vous êtes trompé, corrigez votre réponse : ce message disparaît.',
    call: (phone: string) => `Un doute ? Appelez le ${phone}.`,
    others: 'Voir les autres démarches',
  },
  fees: {
    title: 'Ce que cela coûte',
    opening: 'Vous payez en ligne une fois la demande envoyée, ou plus tard depuis votre suivi.',
    later: 'Vous ne payez rien maintenant : le service vous dit quand et comment.',
    depends: '(selon votre situation)',
    free: 'Gratuit',
  },
  open: {
    until: (date: string) => `Vous pouvez faire cette démarche jusqu’au ${date} inclus.`,
    closed: 'Cette démarche est fermée en ce moment',
    from: (date: string) => `Elle ouvre le ${date}. Vous pouvez déjà préparer ce qu’il vous faut.`,
    never: 'Aucune date d’ouverture n’est prévue. Appelez-nous pour en savoir plus.',
  },
  next: 'Continuer',
  backToCheck: 'Enregistrer et revenir à la vérification',
  back: 'Retour',
  saved: (at: string) => `Brouillon enregistré à ${time(at)}`,
  saveFailed:
    'Votre brouillon n’a pas pu être enregistré sur cet appareil (mémoire pleine ou navigation privée). Vos réponses restent affichées : terminez sans fermer la page.',
  uploadsPending: 'Attendez la fin de l’envoi des fichiers, ou retirez ceux qui ont échoué.',
  track: 'Suivre ma demande',
  lostTitle: 'Aucune demande à afficher ici',
  lostText:
    'Cette page montre la confirmation juste après l’envoi. Si vous avez envoyé une demande, utilisez son numéro et son code dans le suivi.',
  notFoundTitle: 'Cette démarche n’existe pas ou n’est plus ouverte',
  notFoundText: 'Elle a peut-être changé de nom. Parcourez la liste, ou écrivez-nous avec vos mots.',
  seeAll: 'Voir toutes les démarches',
  loadFailed: 'La démarche n’a pas pu se charger',
  closed: 'Cette démarche n’est plus ouverte. Vos réponses sont gardées sur cet appareil.',
};
