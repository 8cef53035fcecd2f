import type { noScript as French } from './no-script-fr.ts';

export const noScript: typeof French = {
  text: 'Cette page ne marche pas sur votre appareil.',
  otherwise: 'Vous pouvez venir nous voir, nous écrire ou nous appeler :',
  link: 'comment nous parler',
};
