import type { State } from './states.ts';

/** The pages of the telephone, full, empty, and with a message of the day. */
export const callStates: State[] = [
  { name: 'people to call back', path: '/agents/rappels', seen: '06 39 98 01 00' },
  { name: 'nobody to call back', path: '/agents/rappels', seen: 'Personne à rappeler', scenario: 'empty' },
  { name: 'a call-back', path: '/agents/rappels/call-3', seen: 'Jeanne Aubry' },
  {
    name: 'a call-back that is settled',
    path: '/agents/rappels/call-3',
    seen: 'Il n’y a plus à rappeler',
    scenario: 'empty',
  },
  { name: 'calls of a day', path: '/agents/appels', seen: 'Taux de réponse' },
  { name: 'calls of a week', path: '/agents/appels?vue=semaine', seen: 'Par jour' },
  { name: 'no call', path: '/agents/appels', seen: 'Aucun appel sur cette période', scenario: 'empty' },
  { name: 'message of the day', path: '/agents/messages', seen: 'Publier un message' },
  { name: 'a message that is on', path: '/agents/messages', seen: 'Proposer la déviation', scenario: 'long' },
];
