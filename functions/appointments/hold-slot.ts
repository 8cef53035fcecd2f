import { Refusal } from '../shared/refusal.ts';
import type { BookDeps } from './book.ts';
import { freeMark, heldMark } from './cells.ts';
import { type Hold, heldForMinutes } from './hold.ts';
import { nearest } from './nearest.ts';
import { candidates, chosen, sceneOf } from './scene.ts';
import type { Slot } from './slots.ts';

export type HoldDeps = BookDeps & { newHoldId(): string };
export type Held = { outcome: 'held'; hold: Hold } | { outcome: 'taken'; nearest: Slot[] };

/** Gives back a slot that was kept; one that ended, or became an appointment, is left as it is. */
export const release =
  ({ appointments, desks, now }: HoldDeps) =>
  async (id: string): Promise<void> => {
    const hold = await appointments.held(id);
    if (!hold) return;
    const { place, desk, day, cells, mark } = hold;
    const at = now();
    await desks.change({ place, desk, day, now: at, give: { cells, mark, left: freeMark } });
    await appointments.endHold(id);
  };

/**
 * Keeps a slot for ten minutes while somebody fills a form or their details; `instead` is the one they had before and let go.
 * Refuses `invalid-input` for what is not offered.
 */
export const holdSlot =
  (deps: HoldDeps) =>
  async (wanted: { reason: string; place: string; from: string; instead: string | null }): Promise<Held> => {
    const scene = await sceneOf(deps)(wanted);
    const when = chosen(scene, wanted.from);
    if (!when) throw new Refusal('invalid-input', [{ field: 'from', code: 'past' }]);
    const { now } = scene.slots;
    const { day, start } = when;
    if (wanted.instead) await release(deps)(wanted.instead);
    const id = deps.newHoldId();
    const until = new Date(Date.parse(now) + heldForMinutes * 60_000).toISOString();
    const mark = heldMark(until, id);
    const free = candidates(scene, await deps.desks.day(wanted.place, day), day, start);
    for (const { desk, cells, barredRevision } of free) {
      const take = { cells, mark, own: [] };
      if (!(await deps.desks.change({ place: wanted.place, desk, day, now, barredRevision, take }))) continue;
      const from = new Date(wanted.from).toISOString();
      const to = new Date(Date.parse(from) + scene.reason.minutes * 60_000).toISOString();
      const hold: Hold = {
        ...{ id, reason: wanted.reason, place: wanted.place, desk, day, start, from, to },
        ...{ cells, mark, until },
      };
      await deps.appointments.hold(hold);
      return { outcome: 'held', hold };
    }
    return { outcome: 'taken', nearest: await nearest(deps.desks.week)(scene, wanted.from, day) };
  };
