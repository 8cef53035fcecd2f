import type { calendar as FrenchCalendar, figures as FrenchFigures } from './calendar-fr.ts';

export const calendar: typeof FrenchCalendar = {
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  dayOfMonth: String,
  clock: (hour, minute) => `${hour}:${minute}`,
  at: 'at',
  near: { '-2': '2 days ago', '-1': 'yesterday', 0: 'today', 1: 'tomorrow', 2: 'in 2 days' },
  inDays: (days, count) => `in ${days} day${count === 1 ? '' : 's'}`,
  daysAgo: (days, count) => `${days} day${count === 1 ? '' : 's'} ago`,
};

export const figures: typeof FrenchFigures = {
  thousands: ',',
  decimal: '.',
  percent: (digits) => `${digits}%`,
  amount: (digits) => `€${digits}`,
  weights: ['kB', 'MB'],
  and: 'and',
  isOne: (count) => count === 1,
};
