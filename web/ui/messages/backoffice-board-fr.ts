const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

export const board = {
  title: 'Tâches',
  intro: (n: number) =>
    n === 0 ? 'Rien ne vous attend.' : `${count(n, 'tâche', 'tâches')}, dans l’ordre de priorité.`,
  groups: {
    late: 'En retard',
    'due-soon': 'Bientôt à échéance',
    new: 'Nouvelles',
    waiting: 'En attente de l’usager',
    'in-progress': 'En cours',
  } as Record<string, string>,
  groupsShort: {
    late: 'En retard',
    'due-soon': 'Bientôt',
    new: 'Nouvelles',
    waiting: 'En attente',
    'in-progress': 'En cours',
  } as Record<string, string>,
  views: { mine: 'Les miennes', departments: 'Mes directions', unassigned: 'Sans agent' } as Record<
    string,
    string
  >,
  viewLabel: 'Tâches affichées',
  department: 'Direction',
  allDepartments: 'Toutes mes directions',
  columns: {
    subject: 'Demande',
    sender: 'Expéditeur',
    due: 'Échéance',
    who: 'Suivi par',
    received: 'Reçue',
  },
  unread: (n: number) => count(n, 'message non lu', 'messages non lus'),
  urgent: 'Urgent',
  toQualify: 'À qualifier',
  toCallBack: 'À rappeler',
  toRepair: 'À réparer',
  doubts: (places: number, pages: number) =>
    `${places} ${places < 2 ? 'doute' : 'doutes'} sur ${pages} pages`,
  scanning: 'Numérisation',
  marks: {
    escalated: 'Signalée au responsable',
    overdue: 'Pièces en retard',
    implicit: 'Silence a décidé',
    suspended: 'Suspendue',
    'ack-debt': 'Accusé de réception manquant',
  } as Record<string, string>,
  nobody: 'Personne',
  counts: 'Nombre de tâches par priorité',
  emptyMine: 'Aucune tâche ne vous est attribuée.',
  emptyMineText: 'Prenez une demande sans agent : elle deviendra la vôtre.',
  emptyMineLink: 'Voir les demandes sans agent',
  empty: 'Tout est à jour.',
  emptyText: 'Aucune tâche n’attend ici. Les nouvelles demandes apparaîtront toutes seules.',
  emptyFiltered: 'Aucune tâche pour ce choix.',
  emptyFilteredText: 'Changez de direction ou affichez toutes vos directions.',
  emptyFilteredLink: 'Afficher toutes mes directions',
  loading: 'Chargement des tâches',
};

/** Due days in words. `days` counts from today in the authority's calendar; negative is past. */
export const dueWords = (days: number, day: string): string => {
  if (days < -1) return `en retard de ${-days} jours`;
  if (days === -1) return 'en retard d’un jour';
  if (days === 0) return 'aujourd’hui';
  if (days === 1) return 'demain';
  if (days <= 14) return `dans ${days} jours`;
  return `le ${day}`;
};
export const receivedWords = (days: number, day: string): string => {
  if (days === 0) return 'aujourd’hui';
  if (days === -1) return 'hier';
  if (days >= -14) return `il y a ${-days} jours`;
  return `le ${day}`;
};
export const noDue = 'sans échéance';
