import type { Day } from '../deadlines/day.ts';

/** What a clock of the zone shows at an instant, read as if it were UTC. */
const shown = (zone: string, at: number): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
  }).formatToParts(new Date(at));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
};

/**
 * The instant (UTC, ISO 8601) at which it is `hour` o'clock on a day of the zone, whatever the change of hour. An hour that
 * is skipped in spring is the one after it.
 */
export const instantAt = (zone: string, day: Day, hour = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const wanted = Date.UTC(year, month - 1, date, hour);
  const first = wanted - (shown(zone, wanted) - wanted);
  const second = wanted - (shown(zone, first) - first);
  return new Date(second).toISOString();
};

const day = 86_400_000;
export const daysLater = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * day).toISOString();
