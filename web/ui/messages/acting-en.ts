import type { acting as French } from './acting-fr.ts';

export const acting: typeof French = {
  over: 'This mandate has ended.',
  overText: 'You can do nothing more for this person. Go back to your account.',
  deskText: 'All you do here is done at their request and carries your name as an agent.',
  deskStop: 'Stop helping',
  failed: 'This did not work. Try again, or close the browser.',
};
