import type { calendar as French } from './calendar-fr.ts';

export const calendar: typeof French = {
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
