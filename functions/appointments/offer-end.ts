import { addDays, earliest } from '../deadlines/day.ts';
import { placeOpening } from './opening.ts';
import type { Scene } from './scene.ts';
import { readClock, wallClock } from './wall-clock.ts';

const minute = 60_000;
const offeredMinutes = 120;
/** Nobody is given less than this to answer, even as the hall closes. */
const leastMinutes = 30;
const daysAhead = 15;

/**
 * Until when a freed slot is kept for somebody: two hours of the hall's day, or until it closes; at night and on days when
 * it is closed, two hours from when it opens again. Null when the slot is too near to be offered at all.
 */
export const offerEnd = ({ place, slots, today }: Scene, from: string): string | null => {
  const { timeZone, now, calendar } = slots;
  const at = readClock(timeZone, now).minutes;
  const open = placeOpening(place, today, calendar);
  const closes = open.at(-1)?.end ?? 0;
  const endOf = (): string => {
    if (at < closes) {
      const start = Math.max(at, open[0]?.start ?? at);
      const ends = Math.max(Math.min(start + offeredMinutes, closes), at + leastMinutes);
      return new Date(Date.parse(now) + (ends - at) * minute).toISOString();
    }
    for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
      const day = addDays(today, ahead);
      const first = placeOpening(place, day, calendar)[0];
      const end = first && wallClock(timeZone, day).instantAt(first.start + offeredMinutes);
      if (end) return end;
    }
    return new Date(Date.parse(now) + offeredMinutes * minute).toISOString();
  };
  const latest = new Date(Date.parse(from) - leastMinutes * minute).toISOString();
  const until = earliest(endOf(), latest);
  return Date.parse(until) - Date.parse(now) < leastMinutes * minute ? null : until;
};
