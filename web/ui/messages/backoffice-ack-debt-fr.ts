import { titles } from './backoffice-titles-fr.ts';

const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

export const ackDebt = {
  title: titles.ackDebt,
  mark: 'Accusé de réception manquant',
  intro:
    'Sans accusé de réception complet, aucun délai de recours ne court : la décision peut être contestée bien plus longtemps.',
  link: (total: number, late: number) =>
    `${count(total, 'accusé de réception manquant', 'accusés de réception manquants')}${late > 0 ? `, dont ${late} en retard` : ''}`,
  emptyTitle: 'Tous les accusés de réception sont partis.',
  emptyText: 'Chaque personne sait que sa demande est arrivée, et jusqu’à quand elle peut la contester.',
  figures: 'Par direction',
  department: 'Direction',
  total: 'À envoyer',
  late: 'En retard',
  lateNote: 'En retard : reçues il y a plus de dix jours ouvrés.',
  nobody: 'Sans direction',
  many: 'ou plus',
  all: 'Toutes les directions',
  columns: { subject: 'Demande', reason: 'Ce qui manque', due: 'Dernier jour' },
  reasons: {
    missing: 'Aucun accusé de réception',
    incomplete: 'Seul l’enregistrement a été confirmé',
    undelivered: 'L’accusé de réception n’est pas arrivé',
  } as Record<string, string>,
  noDue: 'Sans date légale',
  receivedOn: (day: string) => `reçue le ${day}`,
  back: 'Revenir aux tâches',
};
