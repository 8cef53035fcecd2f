import { day, dayAndTime, time, weekday } from './dates.ts';
import { number, percent, plural } from './numbers.ts';

const minutesText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
const appointmentWord = { one: 'rendez-vous', other: 'rendez-vous' };
const people = { one: 'personne', other: 'personnes' };

/** Appointments, as agents see them. */
export const appointments = {
  title: 'Rendez-vous',
  nav: 'Rendez-vous',
  pages: {
    day: 'Jour',
    week: 'Semaine',
    book: 'Donner un rendez-vous',
    closings: 'Fermetures',
    settings: 'Motifs et horaires',
    figures: 'Chiffres',
  },
  place: 'Lieu',
  day: 'Jour',
  today: 'Aujourd’hui',
  previousDay: 'Jour précédent',
  nextDay: 'Jour suivant',
  previousWeek: 'Semaine précédente',
  nextWeek: 'Semaine suivante',
  print: 'Imprimer',
  dayTitle: (value: string) => weekday(value),
  summary: (count: number, waiting: number) =>
    `${plural(count, appointmentWord)}, ${plural(waiting, people)} en liste d’attente`,
  none: 'Aucun rendez-vous ce jour',
  noneText: 'Les créneaux libres restent proposés au public.',
  closedDay: 'Fermé ce jour',
  openFrom: (start: number, end: number) => `${minutesText(start)} – ${minutesText(end)}`,
  barred: (start: number, end: number) => `Fermé de ${minutesText(start)} à ${minutesText(end)}`,
  time: (from: string, to: string) => `${time(from)} – ${time(to)}`,
  state: { booked: 'Attendu', cancelled: 'Annulé', honoured: 'Venu', missed: 'Absent' },
  ticket: (id: string) => `Ticket ${id}`,
  arrived: (at: string) => `Arrivée à ${time(at)}`,
  arrive: 'Arrivé',
  arriveDone: (ticket: string) => `Ticket ${ticket} : la personne sera appelée à son heure.`,
  missed: 'Absent',
  open: 'Ouvrir',
  about: (name: string, at: string) => `${name}, ${time(at)}`,
  columns: { time: 'Heure', who: 'Personne', reason: 'Motif', state: 'Suivi', acts: 'Gestes' },

  weekTitle: (monday: string) => `Semaine du ${weekday(monday)}`,
  weekDesk: 'Guichet',
  cell: (booked: number, taken: number, open: number) =>
    `${plural(booked, appointmentWord)}, ${open === 0 ? 0 : Math.round((100 * taken) / open)} % pris`,
  shut: 'Fermé',
  partly: (minutes: number) => `${minutesText(minutes)} fermé`,

  oneTitle: 'Rendez-vous',
  facts: {
    reason: 'Motif',
    place: 'Lieu',
    desk: 'Guichet',
    when: 'Date',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    texts: 'SMS',
    note: 'Précision',
    reference: 'Demande',
    booked: 'Pris le',
    changed: 'Modifié',
  },
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non indiqué',
  when: (from: string, to: string) => `${day(from)}, ${time(from)} – ${time(to)}`,
  bookedBy: (at: string, by: string, helper: string | null = null) => {
    if (helper !== null)
      return `${dayAndTime(at)}, par ${helper || 'une personne mandatée'} pour la personne`;
    return `${dayAndTime(at)}${by.startsWith('agent:') ? `, par ${by.slice(6)}` : ', en ligne'}`;
  },
  changedBy: (helper: string) => `par ${helper || 'une personne mandatée'} pour la personne`,
  closed: 'Ce rendez-vous ne peut pas être tenu : la personne est prévenue et choisit une autre date.',
  move: 'Déplacer',
  moveTitle: 'Choisir une autre date',
  moved: 'Rendez-vous déplacé. La personne est prévenue.',
  cancel: 'Annuler à la demande de la personne',
  cancelTitle: 'Annuler ce rendez-vous ?',
  cancelText: 'La personne est prévenue et la place est proposée à la liste d’attente.',
  cancelled: 'Rendez-vous annulé. La place est proposée à la liste d’attente.',
  keep: 'Garder le rendez-vous',
  marks: { honoured: 'Noter : venu', missed: 'Noter : absent', booked: 'Effacer le pointage' },
  marked: 'Pointage enregistré.',
  journaled: 'Cette consultation est journalisée.',

  bookIntro: 'Pour une personne au guichet ou au téléphone. L’adresse et le numéro sont facultatifs.',
  reason: 'Motif',
  givenName: 'Prénom',
  familyName: 'Nom',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  wantsTexts: 'La personne accepte les SMS de confirmation et de rappel',
  note: 'Précision pour la personne qui reçoit',
  chooseSlot: 'Créneau',
  book: 'Donner ce rendez-vous',
  bookedDone: (from: string) => `Rendez-vous donné : ${weekday(from)} à ${time(from)}.`,
  taken: 'Ce créneau vient d’être pris. La liste est à jour, choisissez-en un autre.',
  missingName: 'Indiquez le nom',
  missingSlot: 'Choisissez un créneau',
  missingReason: 'Choisissez un motif',
  wrongPhone: 'Les SMS demandent un numéro de mobile',
};

export const closings = {
  intro:
    'Fermer un guichet ou un lieu pour quelques heures ou quelques jours. Les personnes attendues sont prévenues, avec d’autres créneaux.',
  formTitle: 'Fermer',
  desks: 'Guichets',
  allDesks: 'Sans choix : tous les guichets de la liste.',
  from: 'Du',
  to: 'Au',
  start: 'De',
  startHint: 'Laissez vide pour toute la journée.',
  end: 'À',
  why: 'Raison, pour les agents',
  whyHint: 'Par exemple : formation, panne, travaux.',
  look: 'Voir qui est concerné',
  concerned: (count: number) =>
    count === 0 ? 'Personne n’est attendu pendant cette fermeture.' : `${plural(count, people)} à prévenir`,
  confirm: (count: number) => (count === 0 ? 'Fermer' : `Fermer et prévenir ${plural(count, people)}`),
  change: 'Modifier',
  done: (count: number) =>
    count === 0 ? 'Fermeture enregistrée.' : `Fermeture enregistrée, ${plural(count, people)} prévenues.`,
  list: 'Fermetures récentes',
  none: 'Aucune fermeture',
  noneText: 'Tous les guichets suivent leurs horaires habituels.',
  days: (from: string, to: string) => (from === to ? day(from) : `du ${day(from)} au ${day(to)}`),
  hours: (start: number, end: number) =>
    start === 0 && end >= 1_440 ? 'toute la journée' : `de ${minutesText(start)} à ${minutesText(end)}`,
  reopen: 'Rouvrir',
  reopened: 'Rouvert',
  reopenedDone: 'Les créneaux sont de nouveau proposés.',
  missing: {
    why: 'Indiquez la raison',
    from: 'Indiquez le premier jour',
    end: 'L’heure de fin suit l’heure de début',
  },
};

export const figures = {
  intro: 'Par lieu et par motif. Aucune personne n’y est nommée.',
  month: 'Mois',
  columns: {
    what: 'Motif et lieu',
    booked: 'Pris',
    moved: 'Déplacés',
    cancelled: 'Annulés',
    missedRate: 'Absences',
    meanWait: 'Délai moyen',
    waiting: 'En attente',
  },
  none: 'Aucun rendez-vous ce mois-ci',
  noneText: 'Choisissez un autre mois.',
  rate: (value: number | null) => (value === null ? '–' : percent(value)),
  days: (value: number | null) =>
    value === null ? '–' : plural(Math.round(value), { one: 'jour', other: 'jours' }),
  count: (value: number) => number(value),
};
