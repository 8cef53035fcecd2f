import { day } from './dates.ts';
import { languageName } from './distribution-why-fr.ts';
import { plural } from './numbers.ts';

const quoted = (items: readonly string[]): string => items.map((one) => `« ${one} »`).join(' ou ');

export const channels: Record<string, string> = {
  mail: 'courriel',
  scan: 'courrier',
  form: 'formulaire',
  phone: 'téléphone',
  counter: 'l’accueil',
  sms: 'SMS',
  hubee: 'Service-public',
};
/** Languages that are recognised. */
export const languages = ['en', 'ar', 'pt', 'es', 'it', 'de', 'tr', 'ro', 'pl', 'uk', 'ru', 'zh'];

export const rulesWords = {
  title: 'Règles de répartition',
  intro:
    'La première règle qui convient et trouve quelqu’un décide. Ce qu’une personne a choisi n’est jamais défait.',
  none: 'Cette direction n’a pas encore de règles',
  noneText: 'Les nouvelles demandes attendent dans le panier commun jusqu’à ce que quelqu’un les prenne.',
  start: 'Commencer : chacun son tour',
  version: (version: number, on: string, who: string) =>
    `Version ${version}, enregistrée le ${day(on)} par ${who}`,
  byFolder: 'la collectivité',
  edit: 'Modifier les règles',
  addRule: 'Ajouter une règle',
  editRule: 'Modifier',
  up: 'Monter',
  down: 'Descendre',
  drop: 'Supprimer',
  done: 'Terminé',
  trial: 'Essayer sur les demandes récentes',
  save: 'Enregistrer les règles',
  cancel: 'Abandonner',
  saved: 'Règles enregistrées : elles valent pour les prochaines demandes.',
  conflict:
    'Quelqu’un a enregistré d’autres règles entre-temps. Vos modifications sont encore là : rechargez la page pour voir les siennes.',
  unknown:
    'Une règle nomme une personne, une équipe ou une démarche à laquelle cette direction ne peut rien confier.',
  rest: {
    'least-loaded': 'Le reste va à qui a le moins de demandes.',
    'in-turn': 'Le reste va à chacun son tour.',
    basket: 'Le reste attend dans le panier commun.',
  } as Record<string, string>,
  cap: (cap: number) => `Personne n’a plus de ${cap} demandes en cours à temps plein.`,

  when: {
    all: 'Toute demande',
    procedures: (titles: readonly string[]) => `pour la démarche ${quoted(titles)}`,
    communes: (names: readonly string[]) => `à ${names.join(' ou ')}`,
    languages: (codes: readonly string[]) => `écrite en ${codes.map(languageName).join(' ou en ')}`,
    channels: (names: readonly string[]) => `reçue par ${names.join(' ou ')}`,
    urgent: 'urgente',
    complexity: (score: number) => `de complexité ${score} ou plus`,
    words: (some: readonly string[]) => `qui parle de ${quoted(some)}`,
    otherLanguage: 'dans une autre langue que le français',
    known: 'dont la commune est connue',
  },
  wants: {
    anybody: 'n’importe qui dans l’équipe',
    people: (names: readonly string[]) => names.join(' ou '),
    skills: (skills: readonly string[]) => `qui connaît ${quoted(skills)}`,
    speaksIt: 'qui parle cette langue',
    coversIt: 'qui suit cette commune',
    somebody: 'quelqu’un',
  },
  choice: {
    'least-loaded': 'le moins chargé',
    'in-turn': 'chacun son tour',
    'most-qualified': 'le plus expérimenté',
  } as Record<string, string>,
  sentence: (when: string, wants: string, choice: string) => `${when}\u00a0: ${wants}, ${choice}.`,
  ifBasket: 'Si personne n’est libre, elle attend dans le panier, et chaque matin on cherche à nouveau.',
};

export const ruleForm = {
  name: 'Nom de la règle',
  newName: 'Nouvelle règle',
  whenTitle: 'Quelles demandes',
  whenHint: 'Rien de choisi : toutes.',
  procedures: 'Démarches',
  communes: 'Communes',
  languages: 'Langues',
  channels: 'Reçues par',
  urgent: 'Seulement les urgentes',
  complexity: 'Complexité',
  complexityHint: 'De 0 à 10 : étapes, pièces, avis, silence qui décide, urgence, refus précédents.',
  anyComplexity: 'Toutes',
  from: (score: number) => `${score} ou plus`,
  words: 'Mots de la demande',
  wordsHint: 'Un de ces mots suffit. Séparez-les par des virgules.',
  wantsTitle: 'À qui',
  agents: 'Ces personnes',
  teams: 'Ces équipes',
  skills: 'Compétences',
  skillsHint: 'Une de celles-ci suffit. Séparez-les par des virgules.',
  speaksIt: 'Qui parle la langue de la demande',
  coversIt: 'Qui suit la commune de la demande',
  choice: 'Parmi eux',
  choices: {
    'least-loaded': 'Qui a le moins de demandes',
    'in-turn': 'Chacun son tour',
    'most-qualified': 'Qui a le plus d’expérience',
  } as Record<string, string>,
  ifNobody: 'Si personne n’est libre',
  ifNobodyChoices: { next: 'Passer à la règle suivante', basket: 'Attendre dans le panier commun' } as Record<
    string,
    string
  >,
  rest: 'Ce qu’aucune règle n’a décidé',
  restChoices: {
    'least-loaded': 'À qui a le moins de demandes',
    'in-turn': 'Chacun son tour',
    basket: 'Attend dans le panier commun',
  } as Record<string, string>,
  cap: 'Demandes en cours au plus, à temps plein',
  capWrong: 'Écrivez un nombre de 1 à 200.',
  nameWrong: 'Donnez un nom à cette règle.',
  teamsTitle: 'Équipes',
  teamName: 'Nom de l’équipe',
  addTeam: 'Ajouter une équipe',
};

export const trialWords = {
  title: 'Ce que ces règles auraient changé',
  looked: (count: number, since: string) =>
    count === 0
      ? `Aucune demande reçue depuis le ${day(since)} n’est encore en cours : rien à essayer.`
      : `Sur ${plural(count, { one: 'demande reçue', other: 'demandes reçues' })} depuis le ${day(since)} et encore en cours. Rien n’a été modifié.`,
  same: (count: number) =>
    `${plural(count, { one: 'demande serait', other: 'demandes seraient' })} chez la même personne.`,
  change: (from: string, to: string) => `${from} → ${to}`,
  complexity: (score: number) => `complexité ${score}`,
  weights: {
    steps: 'étapes',
    opinions: 'avis à demander',
    documents: 'pièces',
    silence: 'le silence décide',
    urgent: 'urgente',
    'refused-before': 'déjà renvoyée ou rouverte',
    'long-text': 'long texte',
  } as Record<string, string>,
  loads: 'Demandes en cours de chacun',
  load: (name: string, before: number, after: number) => `${name} : ${before} → ${after}`,
};
