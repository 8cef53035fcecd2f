import { day, dayAndTime } from './dates.ts';
import { plural, size } from './numbers.ts';

/** A person asks for their data, or to be forgotten, at the desk or by letter. */
export const privacy = {
  title: 'Ses données personnelles',
  text: 'Elle demande ce que nous gardons d’elle, ou son effacement. Vérifiez d’abord qui elle est. Réponse due en un mois (RGPD 12).',
  open: 'Répondre à sa demande',
  asked: 'Comment l’a-t-elle demandé ?',
  ways: {
    desk: 'À l’accueil, pièce d’identité vue',
    letter: 'Par lettre signée',
    mail: 'Par courriel, identité vérifiée',
    court: 'Décision de justice ou de la CNIL',
  },
  reserved:
    'Ce dossier contient un courrier réservé au cabinet : ses agents répondent à cette demande. Transmettez-la-leur.',
  held: (count: number) => plural(count, { one: 'élément conservé', other: 'éléments conservés' }),
  takeOut: 'Remettre une copie',
  takeOutText:
    'Une archive à lui remettre : une page à lire, un fichier pour un autre service, ses documents. Elle reste ici un jour.',
  ask: 'Préparer l’archive',
  making: 'Archive en préparation.',
  failed: 'L’archive n’a pas pu être préparée. Réessayez.',
  ready: (until: string, bytes: number) => `Prête (${size(bytes)}), jusqu’au ${dayAndTime(until)}.`,
  save: 'Télécharger l’archive',
  erase: 'Effacer',
  eraseText:
    'Espace, foyer, coffre-fort, messages, documents, courriers et fiche disparaissent pour toujours. Restent les étapes des demandes, sans nom ni texte.',
  accounting: (payments: number, until: string) =>
    `${plural(payments, { one: 'paiement reste', other: 'paiements restent' })} en comptabilité sans son nom, jusqu’au ${day(until)}.`,
  openRequests: 'Demandes en cours : cochez celles que la personne retire',
  openHint: 'Les autres sont gardées jusqu’à leur réponse, puis effacées seules.',
  withdraw: (subject: string, reference: string) => `${reference} ${subject}`,
  stays: (reference: string, why: string) =>
    why === 'appeal'
      ? `${reference} : gardée jusqu’à la fin de la contestation.`
      : `${reference} : à la signature, gardée jusqu’à sa réponse.`,
  sure: 'J’ai vérifié qui est la personne et ce qu’elle demande.',
  sureMissing: 'Cochez la case pour confirmer.',
  confirm: 'Effacer définitivement',
  asking: 'Effacement demandé : terminé dans quelques minutes.',
  preparing: 'Archive demandée.',
};
