import type { CallOutcome } from '../../intake/contact.ts';

/** How a call is named wherever contacts are listed. */
export const callSubjects: Record<CallOutcome | 'ongoing' | 'outgoing', string> = {
  answered: 'Appel téléphonique',
  abandoned: 'Appel abandonné avant la réponse',
  missed: 'Appel resté sans réponse',
  'out-of-hours': 'Appel hors des heures d’ouverture',
  ongoing: 'Appel en cours',
  outgoing: 'Appel passé par un agent',
};

/** How a call-back is named on the board. */
export const callBackSubject = (missed: number): string =>
  missed > 1 ? `Rappeler : ${missed} appels sans réponse` : 'Rappeler : un appel sans réponse';
