import { titles } from './backoffice-titles-fr.ts';
import { day } from './dates.ts';
import { plural } from './numbers.ts';

/** Alone, so that the list of addresses takes nothing else. */
export const people = {
  title: titles.people,
  intro: 'Ce qui attend une personne absente ou partie revient à qui la remplace.',
  mine: 'Mon absence',
  absent: (from: string, to: string) => `Absence du ${day(from)} au ${day(to)}`,
  present: 'Présent',
  away: 'Absent',
  gone: (on: string) => `Parti le ${day(on)}`,
  leaves: (on: string) => `Part le ${day(on)}`,
  substitute: 'Qui me remplace',
  substituteOf: (name: string) => `remplacé par ${name}`,
  nobody: 'Personne en particulier',
  nobodyHint: 'Sans remplaçant nommé, les délégataires puis le chef de service prennent le relais.',
  from: 'Premier jour',
  to: 'Dernier jour',
  save: 'Enregistrer',
  end: 'Mettre fin à l’absence',
  edit: 'Modifier',
  cancel: 'Annuler',
  saved: (moved: number) =>
    moved > 0
      ? `Enregistré. ${plural(moved, { one: 'courrier confié', other: 'courriers confiés' })} à une autre personne.`
      : 'Enregistré.',
  wrongDay: 'Écrivez un jour, un mois et une année.',
  wrongOrder: 'Le dernier jour vient avant le premier.',
  team: 'Les agents',
  filter: 'Chercher un nom ou une fonction',
  waiting: (count: number) => plural(count, { one: 'courrier à valider', other: 'courriers à valider' }),
  setAbsence: 'Absence',
  setLeave: 'Départ',
  setWork: 'Compétences et temps',
  leaveTitle: (name: string) => `Départ de ${name}`,
  leaveText: (count: number) =>
    count > 0
      ? `${plural(count, { one: 'courrier attend', other: 'courriers attendent' })} dans son parapheur. Dès le lendemain de son dernier jour, ils vont à qui le remplace.`
      : 'Aucun courrier n’attend dans son parapheur. Dès le lendemain de son dernier jour, plus rien ne lui est confié.',
  lastDay: 'Dernier jour de présence',
  undoLeave: 'Annuler le départ',
  absenceTitle: (name: string) => `Absence de ${name}`,
  delegations: 'Délégations de signature',
  delegationsText:
    'Une délégation est donnée par un arrêté publié, à une personne nommée, pour des matières précises (CGCT, art. L. 2122-18 et L. 2122-19).',
  noDelegation: 'Aucune délégation n’est enregistrée.',
  add: 'Ajouter une délégation',
  order: (number: string) => `Arrêté n° ${number}`,
  published: (on: string) => `publié le ${day(on)}`,
  read: 'Lire l’arrêté',
  since: (from: string, to: string | null) =>
    to ? `Du ${day(from)} au ${day(to)}` : `Depuis le ${day(from)}`,
  scope: (departments: string) => `Pour : ${departments}`,
  everything: 'toutes les matières',
  delegate: 'Qui reçoit la signature',
  delegator: 'De qui',
  head: 'L’exécutif de la collectivité',
  formula: 'Première ligne de la signature',
  formulaHint: 'Par exemple : Pour le président et par délégation',
  quality: 'Qualité qui figure sur le courrier',
  departments: 'Services concernés',
  departmentsHint: 'Aucun : tous les services.',
  number: 'Numéro de l’arrêté',
  publishedOn: 'Publié le',
  url: 'Adresse de publication',
  validFrom: 'À partir du',
  validTo: 'Jusqu’au',
  endDelegation: 'Mettre fin',
  required: 'Complétez ce champ.',
};
