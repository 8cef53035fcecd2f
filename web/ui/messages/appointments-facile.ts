import type * as French from './appointments-fr.ts';
import * as french from './appointments-fr.ts';
import { dayAndTime, time, weekday } from './dates.ts';
import { plural } from './numbers.ts';

export const slots: typeof French.slots = {
  ...french.slots,
  place: 'Où voulez-vous venir ?',
  choose: 'Choisissez le jour et l’heure',
  soonest: 'Le plus tôt',
  takeSoonest: 'Choisir ce jour et cette heure',
  previous: 'La semaine avant',
  next: 'La semaine après',
  dayCount: (count: number) => plural(count, { one: 'heure libre', other: 'heures libres' }),
  found: (count: number) =>
    count === 0
      ? 'Il n’y a rien de libre cette semaine.'
      : `Il y a ${plural(count, { one: 'heure libre', other: 'heures libres' })} cette semaine.`,
  emptyWeek: 'Il n’y a rien de libre cette semaine',
  emptyWeekText: 'Regardez une autre semaine. Ou un autre lieu.',
  full: 'Tout est pris',
  fullText: 'Revenez plus tard. Des gens changent de jour. Alors il y a de la place.',
  held: (from: string, until: string) =>
    `Nous gardons pour vous le ${weekday(from)} à ${time(from)}. Nous le gardons jusqu’à ${time(until)}.`,
  taken: 'Quelqu’un d’autre a pris cette heure',
  takenText: 'Voici d’autres heures libres.',
  takenAll: 'Il n’y a pas d’autre heure libre.',
  missing: 'Choisissez une heure',
  failed: 'Nous ne pouvons pas montrer les heures',
};

export const appointments: typeof French.appointments = {
  ...french.appointments,
  description: 'Vous choisissez un jour et une heure. Vous pouvez changer.',
  intro: 'Vous choisissez un jour et une heure. Vous n’avez pas besoin de compte. Vous pourrez changer.',
  step: (at: number) => `Page ${at} sur 4`,
  noReasons: 'Vous ne pouvez pas encore prendre rendez-vous ici.',
  reason: 'Pourquoi venez-vous ?',
  callUs: (phone: string) => `Téléphonez au ${phone}. Nous cherchons une date avec vous.`,
  reasonMissing: 'Dites pourquoi vous venez',
  back: 'Revenir à la page avant',
  when: 'Quand voulez-vous venir ?',
  bring: 'Ce que vous apportez',
  nothingToBring: 'Vous n’avez rien à apporter.',
  contact: 'Comment vous écrire ?',
  contactIntro: 'Nous vous écrivons le jour et l’heure. Nous vous le disons encore avant le rendez-vous.',
  email: 'Votre adresse mail',
  emailHint: 'Nous envoyons un mail. Dans le mail, il y a un lien pour changer le rendez-vous.',
  phone: 'Votre téléphone portable',
  phoneHint: 'Si vous n’avez pas d’adresse mail.',
  wantsTexts: 'Je veux bien recevoir des SMS',
  note: 'Voulez-vous nous dire quelque chose ?',
  noteHint: 'Par exemple : j’ai un fauteuil roulant. Ou : je parle la langue des signes.',
  missing: {
    givenName: 'Écrivez votre prénom',
    familyName: 'Écrivez votre nom',
    reach: 'Écrivez votre adresse mail. Ou votre téléphone, et cochez la case des SMS',
    email: 'Il y a une erreur dans l’adresse mail. Par exemple : prenom@exemple.fr',
    phone: 'Écrivez un numéro qui commence par 06 ou 07',
  },
  check: 'C’est juste ?',
  answers: {
    ...french.appointments.answers,
    reason: 'Pourquoi',
    reach: 'Pour vous écrire',
    note: 'Votre message',
  },
  texts: 'Vous voulez des SMS',
  confirm: 'Oui, prendre ce rendez-vous',
  confirming: 'Attendez un peu',
  done: 'Vous avez rendez-vous',
  doneIntro: (from: string) => `Venez le ${weekday(from)} à ${time(from)}.`,
  sentTo: (where: string) => `Nous avons écrit à ${where}.`,
  limit: (most: number) => `Vous avez déjà ${most} rendez-vous`,
  limitText: 'Vous ne pouvez pas en prendre plus. Annulez un rendez-vous. Ou téléphonez-nous.',
  waitingNumber: (count: number) =>
    count === 0
      ? 'Personne n’attend.'
      : `${plural(count, { one: 'personne attend', other: 'personnes attendent' })}.`,
  own: 'Vos rendez-vous',
  openOwn: 'Voir, changer ou annuler',
  haveLink: 'Vous avez déjà un rendez-vous ?',
  haveLinkText: 'Cherchez notre mail ou notre SMS. Il y a un lien. Appuyez dessus pour changer ou annuler.',
  lostLink: (phone: string) => `Vous n’avez plus le lien ? Téléphonez au ${phone}.`,
  help: 'Vous voulez de l’aide ?',
};

export const mine: typeof French.mine = {
  ...french.mine,
  opening: 'Nous ouvrons la page',
  notFound: 'Ce lien ne marche pas',
  notFoundText: 'Ouvrez encore notre message. Appuyez sur le lien.',
  state: {
    booked: 'Vous avez rendez-vous',
    cancelled: 'Le rendez-vous est annulé',
    honoured: 'Le rendez-vous est passé',
    missed: 'Vous n’êtes pas venu',
  },
  closed: 'Nous sommes fermés ce jour-là',
  closedText: 'Pardon. Choisissez un autre jour.',
  calendar: 'Mettre dans mon agenda',
  move: 'Changer le jour',
  moveTitle: 'Choisissez un autre jour',
  moveGo: 'Changer le rendez-vous',
  moved: (from: string) => `Votre rendez-vous est le ${weekday(from)} à ${time(from)}.`,
  keep: 'Ne rien changer',
  cancelTitle: 'Voulez-vous annuler ?',
  cancelText: 'Une autre personne prendra votre place.',
  cancelGo: 'Oui, annuler',
  cancelKeep: 'Non',
  cancelled: 'Votre rendez-vous est annulé.',
  earlier: 'Vous voulez venir plus tôt ?',
  earlierText: 'S’il y a une place plus tôt, nous vous écrivons. Vous gardez votre rendez-vous.',
  earlierGo: 'Oui, écrivez-moi',
  privacy: 'Ce lien est pour vous. Ne le donnez à personne.',
};

export const waiting: typeof French.waiting = {
  ...french.waiting,
  title: 'La liste d’attente',
  offerJoin: 'Il n’y a pas de place ? Nous pouvons vous écrire',
  joinText: 'Nous faisons une liste. Il y a une place ? Nous écrivons à la première personne de la liste.',
  join: 'Me mettre sur la liste',
  joined: 'Vous êtes sur la liste',
  position: (position: number) =>
    position === 1 ? 'Vous êtes le premier.' : `Vous êtes le numéro ${position} de la liste.`,
  state: {
    waiting: 'Vous attendez',
    offered: 'Il y a une place pour vous',
    accepted: 'Vous avez rendez-vous',
    left: 'Vous n’êtes plus sur la liste',
  },
  until: (until: string) => `Nous gardons la place pour vous jusqu’au ${dayAndTime(until)}.`,
  accept: 'Oui, je viens',
  decline: 'Non, j’attends une autre place',
  declined: 'D’accord. Vous restez sur la liste.',
  leave: 'Ne plus attendre',
  left: 'Vous n’êtes plus sur la liste.',
  accepted: 'Vous avez rendez-vous. Nous vous avons écrit.',
};
