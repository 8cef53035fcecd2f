import type { Day } from '../deadlines/day.ts';

const minute = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (zone: string): Intl.DateTimeFormat => {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
  });
  clocks.set(zone, made);
  return made;
};

/** What a clock of the zone shows at an instant, read as if it were UTC; to the minute. */
const shown = (zone: string, at: number): number => {
  const parts = clockOf(zone).formatToParts(new Date(at));
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
};
const midnight = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`);

/**
 * Reads the clocks of a zone on one day. `instantAt(minutes)` gives the instant (UTC, ISO 8601) at which they show that many
 * minutes since midnight; null for what they skip in spring. What they show twice in autumn is the first of the two.
 */
export const wallClock = (zone: string, day: Day) => {
  const start = midnight(day);
  const offset = (at: number) => shown(zone, at) - at;
  const before = offset(start - 14 * 60 * minute);
  const after = offset(start + 38 * 60 * minute);
  return {
    instantAt(minutes: number): string | null {
      const wanted = start + minutes * minute;
      if (before === after) return new Date(wanted - before).toISOString();
      const found = [wanted - before, wanted - after].find((at) => shown(zone, at) === wanted);
      return found === undefined ? null : new Date(found).toISOString();
    },
  };
};

/** Day and minutes since midnight that the clocks of a zone show at an instant. */
export const readClock = (zone: string, instant: string): { day: Day; minutes: number } => {
  const read = shown(zone, Date.parse(instant));
  const day = new Date(read).toISOString().slice(0, 10);
  return { day, minutes: (read - midnight(day)) / minute };
};

export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};
