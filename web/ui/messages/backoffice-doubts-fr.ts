import { titles } from './backoffice-titles-fr.ts';

const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;
const acts = { cut: 'Couper', join: 'Joindre' } as const;

/** The doubt strip: where one letter ends and the next begins. */
export const doubts = {
  title: titles.doubts,
  titleOf: (file: string) => `Doutes de ${file}`,
  backToBatch: (name: string) => `Lot ${name}`,
  left: (n: number) => (n === 0 ? 'Plus aucun doute.' : `${count(n, 'doute à lever', 'doutes à lever')}.`),
  help: 'Ces deux pages font-elles partie du même courrier ?',
  between: (after: number, before: number) => `Entre la page ${after} et la page ${before}`,
  page: (n: number) => `Page ${n}`,
  pageAlt: (n: number, words: string) => (words ? `Page ${n} : ${words}` : `Page ${n}`),
  kinds: {
    content: '',
    blank: 'Blanche',
    separator: 'Séparateur',
    rejected: 'Rejetée',
    waiting: 'En lecture',
  } as Record<string, string>,
  handwritten: 'Manuscrite',
  noPicture: 'Image indisponible',
  noPictureShort: 'Sans image',
  enlarge: 'Agrandir',
  rotateShort: 'Pivoter',

  verdict: {
    doubtCut: 'Plutôt deux courriers',
    doubtJoin: 'Plutôt le même courrier',
    cut: 'Deux courriers',
    join: 'Le même courrier',
  },
  sure: (percent: string) => `sûr à ${percent}`,
  decidedBy: (isMine: boolean) => (isMine ? 'décidé par vous' : 'décidé par un collègue'),
  why: 'Pourquoi',
  noReason: 'Aucun indice : les deux pages se suivent seulement.',
  reasons: {
    clerk: 'Décidé par un agent',
    separator: 'Une feuille séparatrice est entre les deux',
    'code-of-request': 'Le code d’une demande est sur la page',
    'same-request': 'Les deux pages portent le code de la même demande',
    'other-letterhead': 'L’en-tête n’est pas le même',
    'same-letterhead': 'L’en-tête est le même',
    'first-page': 'La page dit être la première',
    'next-page': 'La page dit être la suite de la précédente',
    salutation: 'Une formule d’appel commence la page',
    'letter-without-start': 'La page ne commence pas comme une lettre',
    'short-page-before': 'La page d’avant s’arrête bien avant le bas',
    'closing-before': 'La page d’avant se termine par une formule de politesse',
    'no-closing-before': 'La page d’avant n’a pas de formule de politesse',
    date: 'Une date est en tête de la page',
    address: 'Un bloc d’adresse est en tête de la page',
    'address-of-other': 'L’adresse en tête n’est pas celle de la mairie',
    subject: 'Un objet est en tête de la page',
    'blank-verso': 'Un verso blanc est entre les deux',
    'back-of-sheet': 'Ce sont les deux côtés de la même feuille',
    'sentence-runs-on': 'Une phrase continue d’une page à l’autre',
    'other-format': 'Le format du papier n’est pas le même',
    'other-type': 'La taille des caractères n’est pas la même',
    handwriting: 'L’une des pages est manuscrite',
    'without-text': 'L’une des pages n’a pas de texte lisible',
    'enclosure-announced': 'La lettre annonce des pièces jointes',
    'enclosure-like': 'La page ressemble à une pièce jointe',
    'same-names': 'Les mêmes noms ou numéros sont sur les deux pages',
    'no-name-shared': 'Aucun nom ni numéro n’est commun aux deux pages',
    'nothing-begins': 'Rien ne commence sur cette page',
    'versos-do-not-match': 'Il n’y a pas autant de versos que de rectos',
  } as Record<string, string>,

  keysLabel: 'Décider',
  keys: { cut: 'Couper', join: 'Joindre', rotate: 'Pivoter', next: 'Suivant', undo: 'Annuler' },
  keyHints: {
    cut: 'un nouveau courrier commence à droite',
    join: 'les deux pages sont du même courrier',
    rotate: 'tourner la page de droite d’un quart de tour',
    next: 'aller au doute suivant sans décider',
    undo: 'revenir sur la dernière décision',
  },
  arrows: 'Les flèches gauche et droite vont d’une page à l’autre.',
  stripLabel: 'Suite des pages',
  placeLabel: (after: number, before: number, said: string) =>
    `Entre les pages ${after} et ${before} : ${said}`,
  toDecide: 'à décider',
  letterAt: (n: number) => `Courrier ${n}`,
  all: 'Voir tout le fichier',
  doubtfulOnly: 'Voir seulement les doutes',

  done: (kind: 'cut' | 'join', before: number) =>
    kind === 'cut'
      ? `Coupé : un courrier commence page ${before}.`
      : `Joint : la page ${before} suit la précédente.`,
  rotated: (page: number) => `Page ${page} tournée d’un quart de tour.`,
  undone: (kind: string, page: number) =>
    kind === 'cut' || kind === 'join'
      ? `${acts[kind]} annulé devant la page ${page}.`
      : `Décision annulée pour la page ${page}.`,
  nothingToUndo: 'Rien à annuler.',
  nowAt: (after: number, before: number, said: string) => `Pages ${after} et ${before} : ${said}.`,
  noOtherDoubt: 'Aucun autre doute.',
  allDecided: 'Tout est décidé',
  allDecidedText: (letters: number) =>
    `Ces pages font ${count(letters, 'courrier', 'courriers')}. Tant qu’ils ne sont pas classés, vous pouvez encore revenir sur vos décisions.`,
  settle: (letters: number) => (letters < 2 ? 'Classer le courrier' : `Classer les ${letters} courriers`),
  settling: 'Classement en cours…',
  settled: 'Classement lancé : ces pages partent en qualification.',
  nextFile: (name: string) => `Fichier suivant : ${name}.`,
  emptyTitle: 'Aucun doute dans ce fichier',
  emptyText: 'Toutes ses pages ont déjà trouvé leur courrier.',
  problems: {
    'in-a-request': (page: number, reference: string) =>
      `La page ${page} est déjà dans la demande ${reference} : prévenez l’agent qui l’instruit.`,
    'letter-decided': (page: number) =>
      `La page ${page} est dans un courrier sur lequel un agent s’est déjà prononcé.`,
    'file-closed': () => 'Ce fichier est déjà classé : ses courriers ne se recoupent plus ici.',
    'being-read': () => 'Le fichier est en cours de lecture : réessayez dans un instant.',
    'no-picture': () => 'Cette page n’a pas d’image : remplacez-la par un nouveau scan.',
    'used-upload': () => 'Ce scan remplace déjà une autre page : numérisez celle-ci à son tour.',
    'doubts-left': () => 'Il reste des doutes à lever.',
    'no-place': () => 'Il n’y a plus rien à décider à cet endroit.',
  } as Record<string, (page: number, reference: string) => string>,
};
