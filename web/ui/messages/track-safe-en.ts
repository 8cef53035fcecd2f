import type { fromSafe as French } from './track-safe-fr.ts';

export const fromSafe: typeof French = {
  title: 'Already in your safe',
  use: 'Use',
  used: (name: string) => `${name} is added.`,
  validUntil: (day: string) => `Valid until ${day}`,
  always: 'No end of validity',
};
