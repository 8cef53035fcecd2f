import { number, percent } from './numbers.ts';

type Detail = Record<string, string | number | null>;
const scores: Record<string, string> = {
  satisfied: 'satisfait',
  mixed: 'en partie satisfait',
  unsatisfied: 'pas satisfait',
};
const appeals: Record<string, string> = {
  gracious: 'recours gracieux',
  hierarchical: 'recours hiérarchique',
};
/** Sentences of the journal about how a request ends, who follows it, and what they think of its answer. */
export const followJournal: Record<string, (detail: Detail) => string> = {
  'follower-joined': () => 'Ajoutée à l’espace personnel de l’usager',
  'follower-left': () => 'Retirée de l’espace personnel de l’usager',
  'answer-rated': (d) => `Avis sur la réponse : ${scores[String(d.score)] ?? ''}`,
  'appeal-lodged': (d) => `Décision contestée : ${appeals[String(d.kind)] ?? 'recours'} ${d.appeal ?? ''}`,
  'personal-content-erased': (d) =>
    d.why === 'retention'
      ? 'Contenu personnel effacé : la durée de conservation est passée'
      : 'Contenu personnel effacé à la demande de la personne',
  'request-closed': () => 'Demande close',
  'request-withdrawn': () => 'Demande retirée par l’usager',
  'request-reopened': (d) =>
    d.reason === 'unsatisfied'
      ? 'Demande reprise : la réponse n’a pas satisfait l’usager'
      : 'Demande reprise',
};

/** What people think of the answers, for the quality unit and the heads of departments. */
export const satisfaction = {
  title: 'Satisfaction des usagers',
  intro: 'Ce que les usagers répondent à « Cette réponse vous a-t-elle aidé ? », sur douze mois.',
  overall: (mean: number, answers: number) => `${number(mean)} sur 3, d’après ${number(answers)} avis`,
  byDepartment: 'Par service, le moins bien noté d’abord',
  byMonth: 'Par mois',
  department: 'Service',
  month: 'Mois',
  answers: 'Avis',
  mean: 'Moyenne sur 3',
  unsatisfied: 'Pas satisfaits',
  nobody: 'Sans service',
  share: (share: number) => percent(share),
  value: (value: number) => number(value),
  note: 'Oui compte 3, en partie 2, non 1. Un avis changé ne compte qu’une fois.',
  empty: 'Aucun avis pour l’instant',
  emptyText: 'Les avis arrivent avec les réponses envoyées.',
};
