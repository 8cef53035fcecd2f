import { addDays, type Day, weekday } from '../deadlines/day.ts';

/** Monday of the week of a day: what is kept of the desks lies by weeks. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));
