import type { tracked as French } from './track-instruction-fr.ts';
import { tracked as french } from './track-instruction-fr.ts';

export const tracked: typeof French = {
  ...french,
  awaitedTitle: 'Nous voulons des documents',
  awaitedUntil: (day: string) =>
    `Envoyez-les avant le ${day}. Vous pouvez envoyer un document maintenant, un autre plus tard.`,
  overdue: (day: string) => `Nous voulions les documents avant le ${day}. Vous pouvez encore les envoyer.`,
  clock: {
    restarts: 'Nous avons une date pour répondre. Nous comptons les jours après votre dernier document.',
    suspended: 'Nous attendons vos documents. Après, nous comptons encore les jours pour répondre.',
  },
  received: 'Bien reçu',
  receivedOn: (day: string, isVerified: boolean) =>
    `Reçu le ${day}.${isVerified ? '' : ' Nous le regardons.'}`,
  receivedTitle: 'Les documents que vous avez envoyés',
  awaited: 'Vous devez l’envoyer',
  which: 'Quel document envoyez-vous ?',
  validity: (months: number) => `Ce document a moins de ${months} mois.`,
  goOn: (left: number) =>
    left > 1 ? `Continuer. Il reste ${left} documents.` : 'Envoyer le dernier document',
  pieceUntil: (day: string) => `Envoyez-le avant le ${day}.`,
  oneSent: (left: number) =>
    left > 1 ? `C’est bien reçu. Il reste ${left} documents.` : 'C’est bien reçu. Il reste 1 document.',
  sending: 'Nous envoyons',
  sent: 'Nous avons reçu vos documents.',
  nothing: 'Ajoutez un document.',
  byPost:
    'Vous pouvez aussi les envoyer par la poste. Ou les apporter. Écrivez dessus le numéro de la demande.',
  implicit: {
    granted: (day: string) =>
      `Nous devons répondre avant le ${day}. Après, pas de réponse veut dire oui. Vous pouvez demander une preuve écrite.`,
    refused: (day: string) =>
      `Nous devons répondre avant le ${day}. Après, pas de réponse veut dire non. Vous pouvez demander pourquoi.`,
  },
  transferred: (name: string, day: string) =>
    `Une autre administration a votre demande depuis le ${day}. Son nom : ${name}.`,
  suspended: (day: string) => `Nous attendons depuis le ${day}.`,
  work: 'Ce que nous faisons',
  withdraw: 'Arrêter ma demande',
  withdrawText: 'Nous ne travaillerons plus sur votre demande. Vous pourrez en faire une autre.',
  withdrawReason: 'Pourquoi voulez-vous arrêter ?',
  withdrawGo: 'Oui, arrêter',
  withdrawn: 'Votre demande est arrêtée.',
  keep: 'Non, continuer',
};
