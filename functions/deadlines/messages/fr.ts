import type { DeadlineKind } from '../deadlines.ts';

/** Why a deadline exists, for who has never read a code of law. `{due}` is the day in full. */
export const deadlineWhy: Record<DeadlineKind, string> = {
  aee: 'Tout envoi électronique est confirmé au plus tard le jour ouvré suivant.',
  are: 'L’accusé de réception électronique complet est envoyé dans les dix jours ouvrés.',
  sva: 'Sans réponse de l’administration à cette date, la demande est acceptée.',
  svr: 'Sans réponse de l’administration à cette date, la demande est considérée comme refusée et un recours est possible.',
  commitment: 'La collectivité s’engage à répondre avant cette date.',
};
/** Article shown for the promise, which no law imposes. */
export const commitmentSource = 'Engagement de la collectivité';
