import { addDays, type Day } from '../deadlines/day.ts';
import type { Scene } from './scene.ts';
import { type DeskDays, type Slot, slotsOfWeek } from './slots.ts';
import { mondayOf } from './week.ts';

const offered = 5;
/** Weeks that are looked at from the wanted one on, before saying that there is nothing. */
const weeksAhead = 3;

/** The free beginnings closest in time to one that is gone, in order of time. */
export const nearest =
  (week: (place: string, day: Day) => Promise<DeskDays>) =>
  async (scene: Scene, from: string, day: Day): Promise<Slot[]> => {
    const distance = (slot: Slot) => Math.abs(Date.parse(slot.from) - Date.parse(from));
    const found: Slot[] = [];
    let monday = mondayOf(day < scene.today ? scene.today : day);
    for (let looked = 0; looked < weeksAhead && monday <= scene.last; looked += 1) {
      const days = await week(scene.place.code, monday);
      found.push(...slotsOfWeek(scene.slots, scene, days, monday).flatMap(({ slots }) => slots));
      if (found.length >= offered) break;
      monday = addDays(monday, 7);
    }
    return found
      .sort((one, other) => distance(one) - distance(other))
      .slice(0, offered)
      .sort((one, other) => (one.from < other.from ? -1 : 1));
  };
