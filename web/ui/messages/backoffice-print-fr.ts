import { titles } from './backoffice-titles-fr.ts';
import { euros } from './numbers.ts';

const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;
const letterCount = (n: number) => count(n, 'lettre', 'lettres');

/** The print room: letters that wait, batches for the printer, letters that come back. */
export const print = {
  title: titles.print,
  intro: 'Un lot est prêt chaque matin ouvré. Imprimez recto verso, postez, puis confirmez.',
  waitingTitle: 'Lettres en attente',
  emptyTitle: 'Aucune lettre en attente',
  emptyText: 'Les courriers des personnes sans courriel, ou dont le courriel est revenu, arrivent ici.',
  open: 'Ouvrir le PDF',
  openOf: (recipient: string, at: string) => `Ouvrir le PDF de la lettre pour ${recipient}, prête ${at}`,
  at: (day: string, hour: string) => `${day} à ${hour}`,
  select: 'Choisir la lettre pour',
  waiting: 'Prête',
  selectAll: 'Choisir toute la page',
  kinds: { acknowledgement: 'Accusé de réception', message: 'Message', answer: 'Décision' } as Record<
    string,
    string
  >,
  pages: (n: number) => count(n, 'page', 'pages'),
  registered: 'Recommandé avec avis',
  noAddress: 'Adresse à trouver : hors des lots',
  nobody: 'Destinataire inconnu',
  mark: (n: number) =>
    n === 0 ? 'Marquer postées' : `Marquer ${count(n, 'lettre postée', 'lettres postées')}`,
  chooseFirst: 'Choisissez d’abord une lettre au moins.',
  marked: (n: number) => `${count(n, 'lettre marquée postée', 'lettres marquées postées')}.`,
  notMarked: (n: number) =>
    `${count(n, 'lettre n’a pas pu être marquée', 'lettres n’ont pas pu être marquées')}.`,

  batches: titles.printBatches,
  noBatch: 'Aucun lot pour le moment.',
  make: 'Préparer un lot maintenant',
  making: 'Le lot se prépare : il apparaît ici dans un instant.',
  batch: (id: string) => `Lot ${id}`,
  allBatches: 'Lettres et lots',
  states: { preparing: 'En préparation', ready: 'À imprimer', posted: 'Posté' } as Record<string, string>,
  part: (n: number) => `Partie ${n}`,
  envelopes: { dl: 'enveloppes DL, pliées en trois', c4: 'enveloppes C4, à plat' } as Record<string, string>,
  letters: letterCount,
  sheets: (n: number) => count(n, 'feuille', 'feuilles'),
  postage: (cents: number) => `affranchissement estimé ${euros(cents)}`,
  download: 'Télécharger le PDF',
  expired: 'Le PDF n’est plus conservé : il l’est trente jours.',
  see: 'Voir et confirmer',
  seeOnly: 'Voir les lettres',
  next: 'Lots plus anciens',

  lettersOf: 'Lettres du lot',
  number: 'N°',
  reference: 'Référence',
  recipient: 'Destinataire',
  pagesHead: 'Pages',
  weight: 'Poids',
  failed: 'À réimprimer',
  failedOf: (n: number) => ` : lettre n° ${n}`,
  state: 'État',
  letterStates: { waiting: 'À poster', posted: 'Postée', failed: 'Réimprimée au prochain lot' } as Record<
    string,
    string
  >,
  confirm: (letters: number, failed: number) =>
    failed === 0
      ? `Confirmer : ${count(letters, 'lettre postée', 'lettres postées')}`
      : `Confirmer : ${count(letters, 'postée', 'postées')}, ${failed} à réimprimer`,
  confirmed: (posted: number, failed: number) =>
    failed === 0
      ? `${count(posted, 'lettre postée', 'lettres postées')}.`
      : `${count(posted, 'lettre postée', 'lettres postées')}, ${failed} au prochain lot.`,
  howToFail: 'Cochez les lettres mal imprimées : elles reviennent dans le prochain lot.',

  returned: 'Courrier revenu',
  returnedText:
    'Numérisez les lettres revenues avec le courrier : leur code les fait reconnaître. Ou notez-les ici.',
  code: 'Référence de la lettre, ou code lu à la douchette',
  codeHint: 'Par exemple VC-2026-000123-W',
  why: 'Motif',
  reasons: {
    'unknown-address': 'Destinataire inconnu à l’adresse (NPAI)',
    inaccessible: 'Défaut d’accès ou d’adressage',
    refused: 'Pli refusé par le destinataire',
    unclaimed: 'Pli avisé, non réclamé',
  } as Record<string, string>,
  note: 'Noter le retour',
  noted: (reference: string) => `Retour noté pour ${reference}.`,
  unknownLetter: 'Aucune lettre postée pour cette référence.',
  codeMissing: 'Indiquez une référence ou un code.',
};
