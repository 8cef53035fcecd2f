import type { rating as French } from './track-rating-fr.ts';
import { rating as french } from './track-rating-fr.ts';

export const rating: typeof French = {
  ...french,
  title: 'Votre avis',
  question: 'Cette réponse vous aide ?',
  scores: { satisfied: 'Oui', mixed: 'Un peu', unsatisfied: 'Non' },
  words: 'Dites pourquoi',
  wordsHint: 'N’écrivez pas de nom.',
  missing: 'Choisissez une réponse',
  send: 'Envoyer mon avis',
  sending: 'Nous envoyons',
  change: (day: string) => `Changer mon avis (jusqu’au ${day})`,
  reopenTitle: 'La réponse ne suffit pas ?',
  reopenText: 'Nous lisons encore votre demande. Puis nous vous répondons.',
  reopenRefused:
    'Attention : la date pour dire « je ne suis pas d’accord » ne change pas. Regardez « Pourquoi c’est non ».',
  reason: 'Que voulez-vous savoir en plus ?',
  reasonMissing: 'Écrivez ce que vous voulez savoir en plus',
  reopen: 'Demander une autre réponse',
};
