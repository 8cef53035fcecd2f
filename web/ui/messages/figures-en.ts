import type { figures as French } from './figures-fr.ts';

export const figures: typeof French = {
  thousands: ',',
  decimal: '.',
  percent: (digits) => `${digits}%`,
  amount: (digits) => `€${digits}`,
  weights: ['kB', 'MB'],
  and: 'and',
  isOne: (count) => count === 1,
};
