import type { acting as French } from './acting-fr.ts';

export const acting: typeof French = {
  over: 'Votre mandat est fini. Un mandat est un papier. Il dit que vous pouvez agir pour une autre personne.',
  overText: 'Vous ne pouvez plus agir pour cette personne. Revenez à votre compte.',
  deskText: 'La personne vous l’a demandé. Nous écrivons votre nom à chaque fois.',
  deskStop: 'Arrêter d’aider',
  failed: 'Cela ne marche pas. Essayez encore. Ou fermez Internet.',
};
