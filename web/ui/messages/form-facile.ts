import { relativeDay, time } from './dates.ts';
import type { form as French } from './form-fr.ts';
import { form as french } from './form-fr.ts';
import { plural } from './numbers.ts';

const days = { one: 'jour', other: 'jours' };

export const form: typeof French = {
  ...french,
  before: 'Lisez ceci avant',
  facts: {
    ...french.facts,
    minutes: (count: number) => `Il faut ${plural(count, { one: 'minute', other: 'minutes' })}`,
    answer: (count: number) => `Nous répondons avant ${plural(count, days)}`,
    audience: { person: 'tout le monde', company: 'les entreprises', association: 'les associations' },
    free: 'Vous n’avez pas besoin de compte',
  },
  youWillNeed: 'Ce que vous devez avoir',
  need: (label: string, others: readonly string[], months: number | undefined, isConditional: boolean) =>
    [
      label,
      others.length > 0 ? ` (ou : ${others.join(', ')})` : '',
      months ? `. Il a moins de ${months}\u00a0mois` : '',
      isConditional ? '. Peut-être : vous le saurez avec les questions' : '',
    ].join(''),
  whatNext: 'Et après ?',
  nextSteps: (count: number) => [
    'Vous recevez un numéro et un code. Gardez-les.',
    'Une équipe lit votre demande. Il manque quelque chose ? Elle vous écrit.',
    `Vous avez une réponse avant ${plural(count, days)}.`,
  ],
  silence: {
    sva: (months: string) =>
      `Nous répondons avant ${months}. Après, pas de réponse veut dire oui. Il faut avoir envoyé tous les documents.`,
    svr: (months: string) =>
      `Nous répondons avant ${months}. Après, pas de réponse veut dire non. Vous pouvez alors dire que vous n’êtes pas d’accord.`,
  },
  otherWays: 'Vous voulez de l’aide ?',
  otherWaysText: (phone: string) => `Téléphonez au ${phone}. Une personne remplit la demande avec vous.`,
  draftKept: 'Vos réponses restent 30 jours sur cet appareil. Personne d’autre ne les voit.',
  resumeTitle: 'Vous avez déjà commencé',
  resumeText: (step: number, count: number, savedAt: string, now: string) =>
    `Vous étiez à la page ${step} sur ${count}. C’était ${relativeDay(savedAt, now)}.`,
  resume: 'Continuer',
  restart: 'Effacer et recommencer',
  discarded: 'Tout est effacé.',
  changedProcedure: 'Les questions ont changé. Regardez encore vos réponses.',
  expiredFiles: 'Vos fichiers ont plus de 1 jour. Nous les avons effacés. Ajoutez-les encore.',
  step: (index: number, count: number) => `Page ${index} sur ${count}`,
  progress: 'Où vous en êtes',
  allRequired:
    'Répondez à toutes les questions. Il y a écrit « facultatif » ? Alors répondez si vous voulez.',
  hints: {
    ...french.hints,
    iban: 'C’est le numéro de votre compte à la banque. Par exemple : FR14 2004 1010 0505 0001 3M02 606.',
    siret: 'C’est le numéro de l’entreprise. Il a 14 chiffres.',
    rna: 'C’est le numéro de l’association. Il a un W et 9 chiffres.',
  },
  phonePhoto: 'Faire la photo avec mon téléphone',
  onPhone: 'Continuer sur mon téléphone',
  allSteps: 'Voir toutes les pages',
  longest: (count: number) => `${plural(count, days)} au plus.`,
  rows: {
    ...french.rows,
    remove: 'Enlever',
    removed: (label: string, count: number) => `${label} ${count} : enlevé.`,
    full: (max: number) => `Vous ne pouvez pas en ajouter plus. Le nombre le plus grand est ${max}.`,
  },
  notEligible: {
    title: 'Cette demande n’est pas pour vous',
    check: 'Vous vous êtes trompé ? Changez votre réponse.',
    call: (phone: string) => `Vous ne savez pas ? Téléphonez au ${phone}.`,
    others: 'Voir les autres demandes',
  },
  fees: {
    title: 'Combien cela coûte',
    opening: 'Vous payez après avoir envoyé la demande.',
    later: 'Vous ne payez rien maintenant. Nous vous dirons quand payer.',
    depends: '(pas pour tout le monde)',
    free: 'C’est gratuit',
  },
  open: {
    until: (date: string) => `Vous pouvez demander jusqu’au ${date}.`,
    closed: 'Vous ne pouvez pas demander en ce moment',
    from: (date: string) => `Revenez le ${date}. Préparez déjà vos documents.`,
    never: 'Nous n’avons pas de date. Téléphonez-nous.',
  },
  backToCheck: 'Garder et revenir',
  saved: (at: string) => `Vos réponses sont gardées. Il est ${time(at)}.`,
  saveFailed: 'Nous ne pouvons pas garder vos réponses sur cet appareil. Ne fermez pas la page.',
  uploadsPending: 'Attendez. Les fichiers ne sont pas encore partis.',
  lostTitle: 'Il n’y a pas de demande ici',
  lostText:
    'Vous avez envoyé une demande ? Vous avez un numéro et un code. Appuyez sur « Suivre ma demande ».',
  notFoundTitle: 'Cette demande n’existe pas',
  notFoundText: 'Regardez la liste. Ou écrivez-nous.',
  seeAll: 'Voir toutes les demandes',
  loadFailed: 'La page ne s’ouvre pas',
  closed: 'C’est fermé. Vos réponses restent sur cet appareil.',
};
