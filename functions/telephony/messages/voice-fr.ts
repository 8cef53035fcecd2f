import type { RequestState } from '../../requests/request.ts';

const longDay = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayWords = (day: string): string => longDay.format(new Date(`${day}T12:00:00Z`));

/** What is heard on the telephone: short sentences, and never the name of anybody. */
export const voice = {
  closed: (reopens: string | null) =>
    `Nos services sont fermés.${reopens ? ` Ils rouvrent ${reopens}.` : ''}`,
  /** `le lundi 23 novembre à 8 heures 30` */
  at: (timeZone: string, instant: string): string => {
    const parts = new Intl.DateTimeFormat('fr-FR', {
      ...({ timeZone, weekday: 'long', day: 'numeric', month: 'long' } as const),
      ...({ hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const),
    }).formatToParts(new Date(instant));
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const minutes = Number(of('minute')) ? ` ${Number(of('minute'))}` : '';
    return `le ${of('weekday')} ${of('day')} ${of('month')} à ${Number(of('hour'))} heures${minutes}`;
  },
  menu: (choices: readonly { key: string; said: string }[]) =>
    `${choices.map(({ key, said }) => `Pour ${said}, tapez ${key}.`).join(' ')} Pour toute autre question, tapez 0 ou patientez.`,
  closedMenu:
    'Pour savoir où en est votre demande, tapez 1. Pour être rappelé à l’ouverture, tapez 2. Sinon, vous pouvez raccrocher.',
  askReference:
    'Tapez les dix chiffres de votre référence, l’année puis les six chiffres, ou les douze chiffres du code de votre lettre, et terminez par dièse.',
  askBirthYear: 'Tapez maintenant les quatre chiffres de votre année de naissance, et terminez par dièse.',
  /** The same words for a wrong reference, a wrong year and what is unknown: nothing is learnt by trying. */
  unknown:
    'Nous ne trouvons pas de demande avec ces deux informations. Vérifiez votre référence, ou rappelez-nous pendant les heures d’ouverture.',
  tooMany:
    'Vous avez fait plusieurs essais. Pour votre sécurité, rappelez-nous pendant les heures d’ouverture.',
  states: {
    new: 'Votre demande est enregistrée. Elle va être confiée à un service.',
    assigned: 'Votre demande est entre les mains du service.',
    'in-progress': 'Votre demande est en cours de traitement.',
    'waiting-citizen': 'Votre demande attend des documents ou une réponse de votre part.',
    'waiting-visa': 'Votre réponse est prête et attend d’être signée.',
    decided: 'Une réponse à votre demande a été décidée. Elle va vous être envoyée.',
    delivered: 'La réponse à votre demande vous a été envoyée.',
    closed: 'Votre demande est terminée.',
    withdrawn: 'Votre demande a été retirée.',
    transferred: 'Votre demande a été transmise à une autre administration, qui vous répondra.',
  } satisfies Record<RequestState, string>,
  promised: (day: string) => `Nous nous sommes engagés à vous répondre avant le ${dayWords(day)}.`,
  calledBack: 'Votre appel est noté. Nous vous rappellerons dès que possible. Au revoir.',
  cannotCallBack:
    'Votre numéro est masqué : nous ne pouvons pas vous rappeler. Rappelez-nous pendant les heures d’ouverture. Au revoir.',
  sorry: 'Un incident nous empêche de vous répondre. Rappelez-nous dans quelques minutes. Au revoir.',
  goodbye: 'Au revoir.',
};
