import { titles } from './backoffice-titles-fr.ts';

const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

const parts: Record<string, [string, string]> = {
  filed: ['classée', 'classées'],
  separators: ['séparateur', 'séparateurs'],
  blanks: ['blanche', 'blanches'],
  rejected: ['rejetée', 'rejetées'],
  doubtful: ['en doute', 'en doute'],
  pending: ['en lecture', 'en lecture'],
};

export const batches = {
  title: titles.batches,
  one: titles.batch,
  intro: 'Chaque page numérisée est classée, séparateur, blanche ou rejetée : rien ne se perd.',
  states: { reading: 'Lecture en cours', doubtful: 'À vérifier', done: 'Terminé', failed: 'Échec' } as Record<
    string,
    string
  >,
  pages: (n: number) => count(n, 'page', 'pages'),
  documents: (n: number) => count(n, 'document', 'documents'),
  failedFiles: (n: number) => count(n, 'fichier refusé', 'fichiers refusés'),
  part: (part: string, n: number): string => {
    const [one = part, many = part] = parts[part] ?? [];
    return n < 2 ? one : many;
  },
  account: 'Compte des pages',
  balanced: (pages: number, parts: readonly string[]) =>
    `Le compte est bon : ${count(pages, 'page', 'pages')} = ${parts.join(' + ')}.`,
  undecided: (pages: number, parts: readonly string[]) =>
    `${count(pages, 'page', 'pages')} = ${parts.join(' + ')}. Le compte sera clos une fois les doutes levés.`,
  partCount: (part: string, n: number): string => `${n} ${batches.part(part, n)}`,
  pending: (n: number) => `${count(n, 'page', 'pages')} en cours de lecture.`,
  unbalanced: (n: number) => `${count(n, 'page', 'pages')} sans destination : prévenez l’administrateur.`,
  today: 'Aujourd’hui',
  emptyTitle: 'Aucun lot numérisé',
  emptyText:
    'Déposez des fichiers dans le dossier de numérisation : ils apparaissent ici en quelques secondes.',
  aside: 'Outils de numérisation',
  howTo: 'Comment numériser',
  howToSteps: [
    'Glissez une feuille séparatrice entre deux courriers, ou une par direction.',
    'Numérisez tout le paquet en un fichier PDF, TIFF, JPEG ou PNG.',
    'Déposez le fichier, ou un dossier de fichiers, dans le dossier de numérisation.',
    'Suivez la lecture ici, page par page. L’original est toujours conservé.',
  ],
  separators: 'Feuilles séparatrices',
  separatorsText:
    'À imprimer et à glisser entre les courriers. Une feuille de direction classe aussi ce qui la suit.',
  copies: 'Nombre de feuilles',
  copiesWrong: 'Un nombre entre 1 et 50.',
  downloadSheets: 'Télécharger le PDF',
  readingNow: (done: number, pages: number) => `Lecture : ${done} pages sur ${pages}.`,
  readingEnded: 'Lecture terminée.',

  batchTitle: (name: string) => `Lot ${name}`,
  receivedAt: (when: string) => `Déposé ${when}`,
  backToBatches: 'Tous les lots',
  files: 'Fichiers',
  failed: 'Fichiers refusés',
  failedText: 'L’original de chaque fichier est conservé.',
  download: 'Télécharger l’original',
  downloadOf: (name: string) => `Télécharger l’original de ${name}`,
  reasons: {
    empty: 'Le fichier est vide. Numérisez de nouveau.',
    damaged: 'Le fichier est abîmé et ne s’ouvre pas. Numérisez de nouveau.',
    'password-protected': 'Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe.',
    executable: 'Ce fichier est un programme, pas un document. Il n’a pas été ouvert.',
    'unknown-type': 'Ce type de fichier n’est pas accepté : PDF, TIFF, JPEG ou PNG.',
    'too-many-pages': 'Plus de 1 000 pages. Partagez le paquet en plusieurs fichiers.',
    'too-large-image': 'L’image dépasse 10 000 points de côté. Numérisez en 300 points par pouce.',
    'several-pages': 'Le nouveau scan a plusieurs pages. Déposez seulement celle qui remplace cette page.',
    infected: 'Un virus a été trouvé. Le fichier est isolé ; prévenez l’informatique.',
    'reading-failed': 'La lecture a échoué plusieurs fois. L’administrateur peut la relancer.',
  } as Record<string, string>,
  reasonUnknown: 'Ce fichier n’a pas pu être lu.',
  pageStates: {
    waiting: 'En attente',
    reading: 'Lecture…',
    read: 'Lue',
    doubtful: 'À vérifier',
    separator: 'Séparateur',
    blank: 'Blanche',
    rejected: 'Rejetée',
    filed: 'Classée',
  } as Record<string, string>,
  page: (n: number) => `Page ${n}`,
  pageAlt: (n: number) => `Aperçu de la page ${n}`,
  readText: 'Texte lu',
  droppedAt: (when: string, seconds: string, lot: string) =>
    `déposé le ${when} et ${seconds} secondes, lot ${lot}`,
  textOf: (page: number) => `Texte lu de la page ${page}`,
  quality: (percent: string) => `(sûr à ${percent})`,
  inQualification: 'En qualification',
  qualifyPage: (n: number) => `Qualifier le document de la page ${n}`,
  show: 'Afficher',
  all: 'Toutes',
  onlyOf: (state: string, n: number) => `${state} (${n})`,
  pagesTitle: 'Pages',
  noPageOf: 'Aucune page dans cet état.',
};
