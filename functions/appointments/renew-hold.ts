import type { BookDeps } from './book.ts';
import { heldMark } from './cells.ts';
import { type Hold, heldForMinutes } from './hold.ts';
import type { Held } from './hold-slot.ts';
import { nearest } from './nearest.ts';
import { candidates, sceneOf } from './scene.ts';

/** With less left than this a form could lose its slot on its way. */
const enoughMs = 3 * 60_000;

/**
 * Keeps the slot of a form ten minutes more while it is sent, under the same id, so that a form sent again is the same form.
 * A form that is refused or given up books nothing: its slot comes free by itself. What became an appointment stays it.
 */
export const renewHold =
  (deps: BookDeps) =>
  async (id: string): Promise<Held> => {
    const { appointments, desks } = deps;
    const hold = await appointments.held(id);
    if (!hold) return { outcome: 'taken', nearest: [] };
    const now = deps.now();
    if (hold.appointment || Date.parse(hold.until) - Date.parse(now) > enoughMs)
      return { outcome: 'held', hold };
    const { reason, place, day, start, from } = hold;
    const scene = await sceneOf(deps)({ reason, place }, true);
    const until = new Date(Date.parse(now) + heldForMinutes * 60_000).toISOString();
    const mark = heldMark(until, id);
    const free = candidates(scene, await desks.day(place, day), day, start, [hold.mark]);
    const same = free.filter(({ desk }) => desk === hold.desk);
    for (const { desk, cells, barredRevision } of [...same, ...free.filter((one) => !same.includes(one))]) {
      const take = { cells, mark, own: [hold.mark] };
      if (!(await desks.change({ place, desk, day, now, barredRevision, take }))) continue;
      const next: Hold = { ...hold, desk, cells, mark, until };
      await appointments.hold(next);
      return { outcome: 'held', hold: next };
    }
    return { outcome: 'taken', nearest: await nearest(desks.week)(scene, from, day) };
  };
