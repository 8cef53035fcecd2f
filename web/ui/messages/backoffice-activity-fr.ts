import { number, percent } from './numbers.ts';

const days = (count: number) => `${number(count)} ${count >= 2 ? 'jours' : 'jour'}`;
const euros = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** Volumes, delays and answers, for whoever steers by them. */
export const activity = {
  title: 'Activité',
  intro: 'Combien de demandes arrivent, par où, et en combien de temps elles reçoivent leur réponse.',
  period: 'Période',
  periods: { 1: 'Ce mois-ci', 3: 'Trois mois', 12: 'Douze mois', 24: 'Deux ans' },
  department: 'Service',
  everyDepartment: 'Tous les services',
  show: 'Afficher',
  opened: 'Demandes reçues',
  answered: 'Réponses décidées',
  settled: 'Traitées à ce jour',
  inTime: 'Dans le délai promis',
  meanDays: 'Délai moyen',
  automatic: 'Orientées seules',
  days,
  noFigure: '–',
  share: (share: number | null) => (share === null ? '–' : percent(share)),
  mean: (mean: number | null) => (mean === null ? '–' : days(mean)),
  value: (value: number) => number(value),
  than: (difference: number) =>
    difference === 0
      ? 'comme avant'
      : `${difference > 0 ? '+' : '−'} ${number(Math.abs(difference))} par rapport à la période précédente`,
  ofOpened: 'des demandes reçues dans la période',
  delaysTitle: 'En combien de temps',
  delays: [
    'Dans la journée',
    'En 2 ou 3 jours',
    'En une semaine',
    'En 15 jours',
    'En un mois',
    'En deux mois',
    'Plus de deux mois',
  ],
  byMonth: 'Par mois',
  byChannel: 'Par canal',
  byDepartment: 'Par service',
  byProcedure: 'Par démarche',
  month: 'Mois',
  channel: 'Canal',
  procedure: 'Démarche',
  noDepartment: 'Sans service',
  noProcedure: 'Sans démarche',
  outcomes: (granted: string, refused: string, implicit: string) =>
    `${granted} accords, ${refused} refus, dont ${implicit} par le silence.`,
  left: (withdrawn: string, transferred: string) =>
    `${withdrawn} retirées par les usagers, ${transferred} transmises à une autre administration.`,
  saved: (cents: number) => `${euros.format(cents / 100)} d’économies, en ordre de grandeur`,
  savedWhy:
    'Une demande coûte environ 12 € au guichet et 3 € en ligne : la différence, pour celles arrivées en ligne.',
  privacy: 'Ces chiffres ne contiennent ni nom, ni adresse, ni numéro de demande.',
  download: 'Télécharger le tableau (CSV)',
  fileName: (from: string, to: string) => `activite-${from}-${to}.csv`,
  empty: 'Aucune demande dans cette période',
  emptyText: 'Choisissez une période plus longue, ou un autre service.',
};
