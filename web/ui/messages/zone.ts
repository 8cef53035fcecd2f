let timeZone = 'Europe/Paris';
/** Called once at start with the authority's zone; days of the law and hours shown are those of the authority. */
export const useTimeZone = (zone: string): void => {
  timeZone = zone;
};

const hour = 3_600_000;
/** Last Sunday of a month at 01:00 UTC, when clocks of the Union change (directive 2000/84/EC, articles 2 and 3). */
const change = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * 24 * hour;
};

/**
 * What a clock of the authority shows at an instant (milliseconds), read as if it were UTC. Metropolitan time is counted, by the
 * rule in force since 2002; another zone is asked of the machine, which takes a cheap phone a tenth of a second the first time.
 */
export function wallClock(instant: number): Date {
  const year = new Date(instant).getUTCFullYear();
  if (timeZone !== 'Europe/Paris' || year < 2002) return asked(instant);
  const isSummer = instant >= change(year, 2) && instant < change(year, 9);
  return new Date(instant + (isSummer ? 2 : 1) * hour);
}

function asked(instant: number): Date {
  const shown = new Date(instant).toLocaleString('sv-SE', { timeZone });
  return new Date(`${shown.replace(' ', 'T')}Z`);
}
