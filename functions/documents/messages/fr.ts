import type { ScanFailure } from '../batches/batch.ts';

/** What the scanning clerk reads beside a file that could not be taken in: what happened, then what to do. */
export const failureSentences: Record<ScanFailure, string> = {
  empty: 'Le fichier est vide. Numérisez à nouveau le courrier et redéposez-le.',
  damaged:
    "Le fichier est abîmé et ne peut pas être ouvert. Numérisez à nouveau le courrier, ou demandez un nouvel envoi à l'expéditeur.",
  'password-protected': 'Le fichier PDF est protégé par un mot de passe. Redéposez-le sans protection.',
  executable:
    "Le fichier est un programme, pas un document numérisé. Ne l'ouvrez pas et prévenez le service informatique.",
  'unknown-type': 'Ce type de fichier ne peut pas être lu. Déposez un fichier PDF, TIFF, JPEG ou PNG.',
  'too-many-pages':
    'Le fichier compte plus de 1 000 pages. Partagez-le en plusieurs fichiers et redéposez-les.',
  'too-large-image':
    "L'image dépasse 10 000 points de côté. Numérisez à nouveau en 200 ou 300 points par pouce.",
  infected:
    "L'antivirus a trouvé un programme malveillant dans ce fichier. Ne l'ouvrez pas et prévenez le service informatique.",
  'reading-failed':
    "La lecture du fichier n'a pas abouti. Redéposez-le ; si cela se reproduit, prévenez le service informatique.",
};

/** The text file laid beside a file that failed. */
export const failureNote = (name: string, failure: ScanFailure, at: string, timeZone: string) => {
  const when = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return `${name}\n\n${failureSentences[failure]}\n\nL'original est conservé. Code : ${failure}. Constaté le ${when.format(new Date(at))}.\n`;
};

export const sheetWords = {
  title: 'Feuille de séparation',
  plain: 'Tous services',
  how: 'Placez cette feuille entre deux courriers, recto ou verso. Elle est reconnue puis retirée : elle peut resservir.',
  procedureTitle: 'Feuille de séparation pour une démarche',
  versosTitle: 'Numérisation en deux passages',
  versos: 'Les versos suivent',
  versosHow:
    'Placez cette feuille après le dernier recto, retournez la pile entière et numérisez les versos : chacun retrouve son recto.',
  both: 'Imprimez-la des deux côtés : elle sera reconnue même si le chargeur la retourne.',
  file: 'feuilles-de-separation.pdf',
};
export const documentName = (number: number) => `Courrier ${number}.pdf`;
