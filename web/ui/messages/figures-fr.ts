/** How counts, amounts, weights and lists are written; by hand, as days are. */
export const figures: {
  thousands: string;
  decimal: string;
  percent(digits: string): string;
  amount(digits: string): string;
  /** Kilobytes and megabytes. */
  weights: readonly [string, string];
  and: string;
  isOne(count: number): boolean;
} = {
  thousands: '\u202f',
  decimal: ',',
  percent: (digits) => `${digits}\u202f%`,
  amount: (digits) => `${digits}\u00a0€`,
  weights: ['ko', 'Mo'],
  and: 'et',
  isOne: (count) => Math.abs(count) < 2,
};
