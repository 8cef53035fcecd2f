import { time } from './dates.ts';

/** Tickets of the hall and whose turn it is. */
export const queue = {
  title: 'File d’attente',
  waiting: (n: number) =>
    n === 0 ? 'Personne n’attend.' : n === 1 ? 'Une personne attend.' : `${n} personnes attendent.`,
  more: (n: number) => `et ${n} de plus`,
  since: (minutes: number) => (minutes < 1 ? 'à l’instant' : `depuis ${minutes} min`),
  priority: 'prioritaire',
  appointment: (at: string) => `rendez-vous ${time(at)}`,
  desk: 'Mon guichet',
  call: 'Appeler le suivant',
  nobody: 'Personne n’attend.',
  mine: 'Ticket appelé',
  at: (desk: string) => `au guichet ${desk}`,
  served: 'Servi',
  absent: 'Absent',
  hand: 'Donner un ticket',
  topic: 'Service',
  isPriority: 'Prioritaire (ne peut pas rester debout)',
  handIt: 'Donner le ticket',
  handed: 'Ticket',
  before: (n: number) =>
    n === 0 ? 'Personne avant.' : n === 1 ? 'Une personne avant.' : `${n} personnes avant.`,
  print: 'Imprimer le ticket',
  close: 'Fermer',
  stats: 'Attente par heure',
  hour: 'Heure',
  handedCount: 'Tickets',
  calledCount: 'Appelés',
  absentCount: 'Absents',
  meanWait: 'Attente moyenne',
  from: (hour: string) => `${Number(hour)} h`,
  seconds: (seconds: number | null) =>
    seconds === null ? '–' : seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`,
};
