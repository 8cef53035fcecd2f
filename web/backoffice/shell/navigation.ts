import type { Role } from '../../../functions/agents/agent.ts';

export type Place =
  | 'tasks'
  | 'qualification'
  | 'quarantine'
  | 'calls'
  | 'desk'
  | 'appointments'
  | 'batches'
  | 'letters'
  | 'signatures'
  | 'templates'
  | 'procedures'
  | 'distribution'
  | 'learning'
  | 'activity'
  | 'satisfaction'
  | 'alerts'
  | 'articles'
  | 'payments'
  | 'retention'
  | 'failures';

/** Where each place is, and the roles its operations accept. */
const places: { place: Place; href: string; roles: readonly Role[]; department?: string }[] = [
  {
    place: 'tasks',
    href: '/',
    roles: ['reception', 'qualification', 'instructor', 'head', 'signatory', 'quality', 'administrator'],
  },
  {
    place: 'desk',
    href: '/accueil',
    roles: ['reception', 'qualification', 'instructor', 'head', 'administrator'],
  },
  {
    place: 'appointments',
    href: '/rendez-vous',
    roles: ['reception', 'instructor', 'head', 'administrator'],
  },
  { place: 'qualification', href: '/qualification', roles: ['qualification', 'administrator'] },
  { place: 'quarantine', href: '/quarantaine', roles: ['qualification', 'administrator'] },
  {
    place: 'calls',
    href: '/rappels',
    roles: ['reception', 'qualification', 'head', 'quality', 'administrator'],
  },
  { place: 'distribution', href: '/repartition', roles: ['head', 'administrator'] },
  { place: 'learning', href: '/apprentissage', roles: ['quality', 'administrator'] },
  { place: 'activity', href: '/activite', roles: ['quality', 'head', 'administrator'] },
  { place: 'satisfaction', href: '/satisfaction', roles: ['quality', 'head', 'administrator'] },
  { place: 'batches', href: '/lots', roles: ['scanning', 'qualification', 'administrator'] },
  { place: 'letters', href: '/lettres', roles: ['instructor', 'head', 'scanning', 'administrator'] },
  { place: 'procedures', href: '/demarches', roles: ['quality', 'administrator'] },
  {
    place: 'signatures',
    href: '/parapheur',
    roles: ['instructor', 'head', 'signatory', 'quality', 'administrator'],
  },
  { place: 'alerts', href: '/alertes', roles: ['head', 'quality', 'administrator'] },
  { place: 'articles', href: '/fiches', roles: ['quality', 'administrator'] },
  { place: 'templates', href: '/modeles', roles: ['head', 'administrator'] },
  // Only for those who keep the accounts.
  {
    place: 'payments',
    href: '/paiements',
    roles: ['instructor', 'head', 'administrator'],
    department: 'finances',
  },
  { place: 'retention', href: '/conservation', roles: ['head', 'quality', 'administrator'] },
  { place: 'failures', href: '/echecs', roles: ['administrator'] },
];

export const may = (place: Place, roles: readonly Role[]): boolean =>
  places.some((each) => each.place === place && each.roles.some((role) => roles.includes(role)));

/** The links an agent is shown, in order of use. */
export const linksFor = (
  roles: readonly Role[],
  departments: readonly string[] = [],
): { place: Place; href: string }[] =>
  places
    .filter((each) => may(each.place, roles) && (!each.department || departments.includes(each.department)))
    .map(({ place, href }) => ({ place, href }));

/** Where an agent lands who may not see the task board: the first place they may. */
export const homeOf = (roles: readonly Role[]): string => linksFor(roles)[0]?.href ?? '/aide';
