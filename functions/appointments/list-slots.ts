import { addDays, type Day, earliest, latest } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { agendaIn } from './agenda-language.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import { placeOpening } from './opening.ts';
import type * as api from './public-api.ts';
import { type Scene, type SceneDeps, sceneOf } from './scene.ts';
import { type DaySlots, slotsOfWeek } from './slots.ts';
import { placeView, reasonView } from './view.ts';
import { readClock } from './wall-clock.ts';
import { mondayOf } from './week.ts';

export type SlotsListDeps = SceneDeps & { desks: Pick<DeskTable, 'week'> };
/** A window is six months at most. */
const mostWeeks = 27;

export const listReasons =
  ({ agenda, now }: Pick<SceneDeps, 'agenda' | 'now'>) =>
  async ({ query }: InputOf<typeof api.listReasons>): Promise<ReplyOf<typeof api.listReasons>> => {
    const all = agendaIn(await agenda(), query.language);
    const reasons = all.reasons.filter(({ isInternal }) => !isInternal).map((one) => reasonView(all, one));
    return {
      reasons: reasons.filter(({ places }) => places.length > 0),
      places: all.places.map(placeView),
      ...(all.language && { language: all.language }),
      now: now(),
    };
  };

/** The week of the first day on which the place receives at all: on a Sunday it is the next. */
const firstWeek = ({ slots, earliest: soonest, place, last }: Scene): Day => {
  let day = readClock(slots.timeZone, soonest).day;
  while (day < last && placeOpening(place, day, slots.calendar).length === 0) day = addDays(day, 1);
  return mondayOf(day);
};

/** One week of free slots; the first that has some when no day is asked for. Each week is one read of its desks. */
export const weekOfSlots =
  ({ desks }: Pick<SlotsListDeps, 'desks'>) =>
  async (scene: Scene, from: Day | undefined): Promise<Omit<ReplyOf<typeof api.listSlots>, 'now'>> => {
    const first = firstWeek(scene);
    const last = mondayOf(scene.last);
    const asked = from ? mondayOf(from) : first;
    let monday = earliest(latest(asked, first), last);
    let days: DaySlots[] = [];
    for (let looked = 0; looked < mostWeeks; looked += 1) {
      days = slotsOfWeek(scene.slots, scene, await desks.week(scene.place.code, monday), monday);
      if (from || days.length > 0 || monday >= last) break;
      monday = addDays(monday, 7);
    }
    const isFull = !from && days.length === 0;
    if (isFull) monday = first;
    return {
      ...{ monday, days, isFull },
      previous: monday > first ? addDays(monday, -7) : null,
      next: monday < last ? addDays(monday, 7) : null,
    };
  };

export const listSlots =
  (deps: SlotsListDeps) =>
  async ({ query }: InputOf<typeof api.listSlots>): Promise<ReplyOf<typeof api.listSlots>> => {
    const scene = await sceneOf(deps)(query);
    return { ...(await weekOfSlots(deps)(scene, query.from)), now: scene.slots.now };
  };
