import { titles } from './backoffice-titles-fr.ts';
import { day } from './dates.ts';

/** Two sheets that are one person, or that are not. */
export const merging = {
  same: 'C’est la même personne',
  different: 'Ce sont deux personnes',
  mergeTitle: 'Réunir deux fiches',
  mergeText: 'Les deux fiches se liront comme une seule. Rien n’est effacé, tout peut être séparé.',
  mergeWarning: (by: string, at: string) =>
    `${by} a noté le ${day(at)} que ce sont deux personnes différentes.`,
  mergeGo: 'Réunir les fiches',
  merged: 'Fiches réunies.',
  reason: 'Pourquoi ?',
  differentTitle: 'Deux personnes différentes',
  differentText: 'Votre avis est gardé avec votre nom et la date. Ce rapprochement ne sera plus proposé.',
  differentSaved: 'C’est noté : ce sont deux personnes.',
  propose: 'Signaler un doublon',
  proposeTitle: 'Trouver l’autre fiche',
  merges: 'Fiches réunies',
  mergedOn: (at: string, by: string) => `Réunies le ${day(at)} par ${by}`,
  pair: (one: string, other: string) => (one === other ? `Deux fiches « ${one} »` : `${one} et ${other}`),
  undo: 'Séparer',
  undoTitle: 'Séparer les fiches',
  undoText: 'Chaque fiche retrouve ce qui la concerne, y compris ce qui est arrivé entre-temps.',
  undoMore: 'À l’avenir',
  undoDifferent: 'Ce sont deux personnes différentes : ne plus les rapprocher',
  undone: 'Fiches séparées.',
  saidDifferent: 'N’est pas',
  saidDifferentBy: (by: string, at: string) => `selon ${by}, le ${day(at)}`,

  duplicatesTitle: titles.duplicates,
  duplicatesIntro: 'Des fiches qui se ressemblent. Rien n’est réuni sans vous, et tout peut être séparé.',
  duplicatesEmpty: 'Aucun doublon à examiner',
  duplicatesEmptyText: 'Quand deux fiches se ressembleront, elles apparaîtront ici.',
  since: (at: string) => `proposé le ${day(at)}`,
};
