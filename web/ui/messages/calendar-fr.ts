/** How days and hours are written. By hand: the first use of Intl costs a cheap phone a tenth of a second. */
export const calendar: {
  months: readonly string[];
  /** Sunday first. */
  weekdays: readonly string[];
  /** Of a month: "1er". */
  dayOfMonth(day: number): string;
  clock(hour: number, minute: string): string;
  at: string;
  /** From two days before to two days after; what has no word is counted. */
  near: Readonly<Record<number, string>>;
  inDays(days: string, count: number): string;
  daysAgo(days: string, count: number): string;
} = {
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  dayOfMonth: (day) => (day === 1 ? '1er' : String(day)),
  clock: (hour, minute) => `${hour}\u00a0h\u00a0${minute}`,
  at: 'à',
  near: { '-2': 'avant-hier', '-1': 'hier', 0: 'aujourd’hui', 1: 'demain', 2: 'après-demain' },
  inDays: (days, count) => `dans ${days} jour${count < 2 ? '' : 's'}`,
  daysAgo: (days, count) => `il y a ${days} jour${count < 2 ? '' : 's'}`,
};
