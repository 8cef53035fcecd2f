import { calendarDay, dayAndTime, time, weekday } from './dates.ts';
import { list, plural } from './numbers.ts';

const slotsWord = { one: 'créneau', other: 'créneaux' };
const minutesWord = { one: 'minute', other: 'minutes' };
const timeAfter = (from: string, to: string): string => `de ${time(from)} à ${time(to)}`;

/** Choosing a slot, in a form as on the page of appointments. */
export const slots = {
  place: 'Où souhaitez-vous venir ?',
  choose: 'Choisissez un créneau',
  soonest: 'Le plus tôt',
  soonestSlot: (from: string) => `${weekday(from)} à ${time(from)}`,
  takeSoonest: 'Choisir ce créneau',
  week: (monday: string, sunday: string) => `Semaine du ${weekday(monday)} au ${weekday(sunday)}`,
  previous: 'Semaine précédente',
  next: 'Semaine suivante',
  dayTitle: (day: string) => weekday(day),
  dayCount: (count: number) => plural(count, slotsWord),
  slot: (from: string) => time(from),
  day: (instant: string) => calendarDay(instant),
  found: (count: number) =>
    count === 0 ? 'Aucun créneau libre cette semaine.' : `${plural(count, slotsWord)} cette semaine.`,
  emptyWeek: 'Aucun créneau libre cette semaine',
  emptyWeekText: 'Essayez une autre semaine ou un autre lieu.',
  full: 'Tous les créneaux sont pris pour l’instant',
  fullText: 'De nouvelles places se libèrent souvent, quand quelqu’un déplace ou annule son rendez-vous.',
  held: (from: string, until: string) =>
    `Créneau du ${weekday(from)} à ${time(from)} gardé pour vous jusqu’à ${time(until)}.`,
  taken: 'Quelqu’un vient de prendre ce créneau',
  takenText: 'Voici les créneaux libres les plus proches.',
  takenAll: 'Il n’en reste pas d’autre dans les semaines qui suivent.',
  missing: 'Choisissez un créneau',
  failed: 'Les créneaux ne se sont pas affichés',
};

/** Pages /rendez-vous. */
export const appointments = {
  title: 'Prendre rendez-vous',
  description: 'Choisir un créneau dans une mairie, le déplacer ou l’annuler, sans compte.',
  intro: 'Sans compte, en deux minutes. Vous recevez un lien pour déplacer ou annuler.',
  step: (at: number) => `Étape ${at} sur 4`,
  noReasons: 'La prise de rendez-vous en ligne n’est pas encore ouverte.',
  reason: 'Pour quelle raison venez-vous ?',
  callUs: (phone: string) => `Appelez le ${phone} : nous chercherons une date ensemble.`,
  placeMissing: 'Choisissez un lieu',
  reasonMissing: 'Choisissez la raison de votre venue',
  duration: (minutes: number) => plural(minutes, minutesWord),
  placesCount: (places: readonly string[]) => list(places),
  go: 'Continuer',
  back: 'Revenir à l’étape précédente',
  when: 'Quand souhaitez-vous venir ?',
  bring: 'À apporter',
  nothingToBring: 'Rien de particulier à apporter.',
  contact: 'Comment vous joindre ?',
  contactIntro: 'Pour vous envoyer la confirmation et, si besoin, un rappel. Rien d’autre.',
  givenName: 'Prénom',
  familyName: 'Nom',
  email: 'Adresse électronique',
  emailHint: 'Nous y envoyons la confirmation, le lien pour modifier et deux rappels.',
  phone: 'Téléphone mobile',
  phoneHint: 'Utile si vous n’avez pas d’adresse électronique.',
  wantsTexts: 'Recevoir la confirmation et les rappels par SMS',
  note: 'Une précision pour la personne qui vous recevra',
  noteHint:
    'Par exemple : je viens avec un fauteuil roulant, j’ai besoin d’un interprète en langue des signes.',
  missing: {
    givenName: 'Indiquez votre prénom',
    familyName: 'Indiquez votre nom',
    reach: 'Indiquez une adresse électronique, ou un mobile avec les SMS',
    email: 'Cette adresse électronique n’est pas complète, par exemple prenom@exemple.fr',
    phone: 'Ce numéro n’est pas celui d’un mobile, par exemple 06 39 98 12 34',
  },
  check: 'Vérifiez votre rendez-vous',
  answers: {
    reason: 'Motif',
    place: 'Lieu',
    when: 'Date et heure',
    name: 'Nom',
    reach: 'Contact',
    note: 'Précision',
  },
  whenWords: (from: string, to: string) => `${weekday(from)}, ${timeAfter(from, to)}`,
  texts: 'SMS souhaités',
  confirm: 'Confirmer le rendez-vous',
  confirming: 'Enregistrement en cours',
  done: 'Rendez-vous confirmé',
  doneIntro: (from: string) => `Nous vous attendons le ${weekday(from)} à ${time(from)}.`,
  sentTo: (where: string) => `La confirmation est partie à ${where}.`,
  limit: (most: number) => `Vous avez déjà ${most} rendez-vous à venir`,
  limitText:
    'Pour laisser de la place à tous, chacun peut en garder ce nombre à la fois. Annulez-en un par le lien de sa confirmation, ou appelez-nous.',
  waitingNumber: (count: number) =>
    count === 0
      ? 'Personne n’attend encore pour ce motif.'
      : `${plural(count, { one: 'personne attend', other: 'personnes attendent' })} pour ce motif.`,
  own: 'Vos rendez-vous à venir',
  openOwn: 'Voir, déplacer ou annuler',
  haveLink: 'Vous avez déjà rendez-vous ?',
  haveLinkText:
    'Ouvrez le lien de votre confirmation, par courriel ou par SMS : il permet de déplacer ou d’annuler sans compte.',
  lostLink: (phone: string) => `Lien perdu ? Appelez le ${phone}.`,
  help: 'Besoin d’aide ?',
};

/** One's own appointment, opened by the link of its mail. */
export const mine = {
  title: 'Votre rendez-vous',
  opening: 'Ouverture de votre rendez-vous',
  notFound: 'Ce lien n’ouvre aucun rendez-vous',
  notFoundText: 'Vérifiez qu’il est complet, ou ouvrez-le depuis le message que nous vous avons envoyé.',
  state: {
    booked: 'Confirmé',
    cancelled: 'Annulé',
    honoured: 'Passé',
    missed: 'Manqué',
  },
  closed: 'Nous ne pouvons pas vous recevoir à cette date',
  closedText:
    'Nous vous prions de nous en excuser. Choisissez un autre créneau : vos informations sont déjà là.',
  over: 'Ce rendez-vous est passé.',
  calendar: 'Ajouter à mon agenda',
  print: 'Imprimer',
  move: 'Déplacer',
  moveTitle: 'Choisissez une nouvelle date',
  moveGo: 'Déplacer le rendez-vous',
  moved: (from: string) => `Rendez-vous déplacé au ${weekday(from)} à ${time(from)}.`,
  keep: 'Garder la date actuelle',
  cancel: 'Annuler',
  cancelTitle: 'Annuler ce rendez-vous ?',
  cancelText: 'La place sera aussitôt proposée à quelqu’un d’autre.',
  cancelGo: 'Oui, annuler',
  cancelKeep: 'Non, le garder',
  cancelled: 'Rendez-vous annulé. Merci de nous avoir prévenus.',
  another: 'Prendre un autre rendez-vous',
  earlier: 'Venir plus tôt ?',
  earlierText:
    'Si une place se libère avant votre date, nous vous la proposons. Vous gardez la vôtre en attendant.',
  earlierGo: 'Me prévenir si une place se libère plus tôt',
  privacy: 'Ce lien ouvre votre rendez-vous : ne le transférez pas.',
};

/** The waiting list. */
export const waiting = {
  title: 'Liste d’attente',
  offerJoin: 'Être prévenu si une place se libère',
  joinText:
    'Nous proposons chaque place libérée dans l’ordre des inscriptions, et nous vous la gardons un moment.',
  join: 'M’inscrire sur la liste d’attente',
  joined: 'Vous êtes sur la liste d’attente',
  position: (position: number) =>
    position === 1 ? 'Vous êtes la première personne de la liste.' : `Votre rang : ${position}e.`,
  state: {
    waiting: 'En attente',
    offered: 'Une place vous est gardée',
    accepted: 'Rendez-vous pris',
    left: 'Hors de la liste',
  },
  offer: (from: string) => `Le ${weekday(from)} à ${time(from)}`,
  until: (until: string) => `Gardée pour vous jusqu’au ${dayAndTime(until)}.`,
  accept: 'Je prends ce rendez-vous',
  decline: 'Non merci, je garde mon rang',
  declined: 'C’est noté. La place est proposée à la personne suivante, et vous gardez votre rang.',
  leave: 'Quitter la liste',
  left: 'Vous n’êtes plus sur la liste d’attente.',
  accepted: 'Votre rendez-vous est pris : le lien de sa confirmation vous a été envoyé.',
};
