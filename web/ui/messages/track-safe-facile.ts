import type { fromSafe as French } from './track-safe-fr.ts';
import { fromSafe as french } from './track-safe-fr.ts';

export const fromSafe: typeof French = {
  ...french,
  title: 'Vous avez déjà ce document ici',
  used: (name: string) => `Nous avons ajouté ${name}.`,
  validUntil: (day: string) => `Bon jusqu’au ${day}`,
  always: 'Bon pour toujours',
};
