import { addDays, type Day } from '../deadlines/day.ts';
import { Refusal } from '../shared/refusal.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import { type Scene, type SceneDeps, sceneOf } from './scene.ts';
import { type DeskDays, type Slot, slotsOfWeek } from './slots.ts';
import { readClock } from './wall-clock.ts';
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

/** The same for an appointment that the authority cannot keep; nothing when its reason or place is no more. */
export const otherSlots =
  (deps: SceneDeps, { week }: Pick<DeskTable, 'week'>) =>
  async (reason: string, place: string, from: string): Promise<Slot[]> => {
    const scene = await ifOffered(sceneOf(deps)({ reason, place }, true));
    return scene ? nearest(week)(scene, from, readClock(scene.slots.timeZone, from).day) : [];
  };
const ifOffered = (asked: Promise<Scene>): Promise<Scene | null> =>
  asked.catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
