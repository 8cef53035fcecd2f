import { list, plural, size } from './numbers.ts';

/** Words of the controls that few pages load. */
export const parts = {
  place: {
    ways: [
      { value: 'address', label: 'À une adresse' },
      { value: 'words', label: 'À un endroit sans adresse' },
    ],
    lines: 'Numéro et rue, ou nom du lieu',
    words: 'Décrivez l’endroit',
    wordsHint: 'Par exemple : « sur le chemin entre l’école et le stade, près du lavoir ».',
  },
  upload: {
    choose: 'Ajouter un fichier',
    chooseMore: 'Ajouter un autre fichier',
    photo: 'Prendre une photo',
    limits: (max: number, kinds: readonly string[]) =>
      `${plural(max, { one: 'fichier', other: 'fichiers' })} au plus, de 25 Mo chacun. Formats : ${list(kinds)}.`,
    kinds: { pdf: 'PDF', image: 'photo', office: 'document Word, Excel ou LibreOffice' },
    files: 'Fichiers ajoutés',
    sending: (name: string, done: number) => `${name} : envoi en cours, ${done} %`,
    progress: (done: number) => `Envoi : ${done} %`,
    done: (bytes: number) => `Envoyé, ${size(bytes)}`,
    spokenDone: (name: string) => `${name} est envoyé.`,
    remove: 'Retirer',
    removed: (name: string) => `${name} est retiré.`,
    retry: 'Réessayer',
    failures: {
      'too-large': (bytes: number) =>
        `Ce fichier pèse ${size(bytes)}. La limite est de 25 Mo : réduisez-le ou envoyez-le en plusieurs parties.`,
      empty: 'Ce fichier est vide. Choisissez-en un autre.',
      'unsupported-type': 'Ce format n’est pas accepté. Choisissez un fichier d’un des formats indiqués.',
      'too-many': 'Vous avez atteint le nombre de fichiers accepté. Retirez-en un pour en ajouter un autre.',
      again: 'L’envoi a été interrompu. Nouvel essai dans un instant : rien n’est perdu.',
      network: 'L’envoi a été interrompu. Vérifiez votre connexion, puis réessayez.',
    },
  },
};
