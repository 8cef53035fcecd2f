import type { Day } from '../deadlines/day.ts';
import { Refusal } from '../shared/refusal.ts';
import { cellsBetween, freeMark, heldMark } from './cells.ts';
import type { Hold } from './hold.ts';
import { offerEnd } from './offer-end.ts';
import { deskOpening } from './opening.ts';
import { type Scene, sceneOf } from './scene.ts';
import { cellsFor, deskDayOf, startsOf } from './slots.ts';
import { letGo, type WaitDeps } from './wait.ts';
import { mostUnanswered, type Waiter, wants } from './waiter.ts';
import { wallClock } from './wall-clock.ts';

export type Freed = { place: string; day: Day; desk: string; start: number; end: number; mark: string };
/** The stretch, whom it was offered to, and whom it is offered to now, until when. */
export type Offering = Freed & { asked: string[]; offered: string | null; until: string | null };
export type OfferDeps = WaitDeps & { newHoldId(): string };

/** How many of a list are looked at before it is said that nobody wants the slot. */
const looked = 25;

/** An offer that nobody answered ends; whoever let two go by leaves the list. True when the slot was taken or is kept still. */
const settle = async (deps: OfferDeps, { offered, until }: Offering): Promise<'over' | 'kept' | 'free'> => {
  if (!offered) return 'free';
  const waiter = await deps.waiting.read(offered);
  if (waiter?.state !== 'offered' || waiter.offer?.until !== until) return 'over';
  if (waiter.offer.until > deps.now()) return 'kept';
  const unanswered = waiter.unanswered + 1;
  const state = unanswered >= mostUnanswered ? 'left' : 'waiting';
  const after: Waiter = { ...waiter, state, unanswered, offer: null, revision: waiter.revision + 1 };
  return (await letGo(deps, waiter, after, 'lapsed')) ? 'free' : 'over';
};

type Place = {
  scene: Scene;
  slot: Omit<Hold, 'id' | 'mark' | 'until'>;
  until: string;
  barredRevision: number;
};

/** Where a reason fits in the freed stretch, or beside it where that is free too. */
const roomFor = async (deps: OfferDeps, freed: Freed, reason: string): Promise<Place | null> => {
  const scene = await sceneOf(deps)({ reason, place: freed.place }).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const desk = scene?.agenda.desks.find(({ code }) => code === freed.desk);
  if (!scene || !desk) return null;
  const kept = deskDayOf(await deps.desks.day(freed.place, freed.day), freed.day, freed.desk);
  const day = { ...kept, cells: new Map([...kept.cells].filter(([, mark]) => mark !== freed.mark)) };
  const open = deskOpening(scene.slots, scene.place, desk, freed.day, kept.barred);
  const { minutes } = scene.reason;
  const exact = cellsFor(open, day, freed.start, scene.reason, scene.slots.now) ? [freed.start] : [];
  const starts = [...exact, ...startsOf(open, day, scene.reason, scene.slots.now)];
  const start = starts.find((at) => at < freed.end && at + minutes > freed.start);
  const cells = start === undefined ? null : cellsFor(open, day, start, scene.reason, scene.slots.now);
  const from = start === undefined ? null : wallClock(scene.slots.timeZone, freed.day).instantAt(start);
  if (!cells || !from || start === undefined || from < scene.earliest || freed.day > scene.last) return null;
  const until = offerEnd(scene, from);
  const to = new Date(Date.parse(from) + minutes * 60_000).toISOString();
  const { place, day: on } = freed;
  const slot = { reason, place, desk: freed.desk, day: on, start, from, to, cells };
  return until ? { scene, slot, until, barredRevision: kept.barredRevision } : null;
};

/** The first in order, over the lists of all the reasons the desk receives for, to whom the stretch is of use. */
const nextOf = async (
  deps: OfferDeps,
  freed: Freed,
  asked: readonly string[],
): Promise<{ waiter: Waiter; place: Place } | null> => {
  const agenda = await deps.agenda();
  const reasons = agenda.desks.find(({ code }) => code === freed.desk)?.reasons ?? [];
  const lists = await Promise.all(reasons.map((reason) => deps.waiting.first(reason, freed.place, looked)));
  const lines = lists.flat().sort((one, other) => (one.joinedAt < other.joinedAt ? -1 : 1));
  const places = new Map<string, Place | null>();
  for (const { id } of lines) {
    if (asked.includes(id)) continue;
    const waiter = await deps.waiting.read(id);
    if (waiter?.state !== 'waiting') continue;
    if (!places.has(waiter.reason)) places.set(waiter.reason, await roomFor(deps, freed, waiter.reason));
    const place = places.get(waiter.reason);
    const present = waiter.appointment ? await deps.appointments.read(waiter.appointment) : null;
    if (place && wants(waiter, place.slot, present)) return { waiter, place };
  }
  return null;
};

/** Keeps the slot for somebody and says so to them. */
const keepFor = async (deps: OfferDeps, freed: Freed, waiter: Waiter, place: Place): Promise<boolean> => {
  const { slot, until, barredRevision } = place;
  const now = deps.now();
  const mark = heldMark(until, waiter.id);
  const take = { cells: slot.cells, mark, own: [freed.mark] };
  const { desk, day } = slot;
  if (!(await deps.desks.change({ place: slot.place, desk, day, now, barredRevision, take }))) return false;
  const offer: Hold = { ...slot, id: deps.newHoldId(), mark, until };
  const offered: Waiter = { ...waiter, state: 'offered', offer, revision: waiter.revision + 1 };
  const against = await deps.appointments.transact([
    deps.waiting.save(offered),
    deps.waiting.announce(offered, 'offered', now),
  ]);
  if (!against) return true;
  const give = { cells: slot.cells, mark, left: freed.mark };
  await deps.desks.change({ place: slot.place, desk, day, now, give });
  return false;
};

/**
 * Offers what came free to whoever waited longest, and to the next when they do not answer. Answers until when it is kept;
 * null when it was taken, or nobody wants it: everybody may book it then.
 */
export const offerFreed =
  (deps: OfferDeps) =>
  async (offering: Offering): Promise<Offering> => {
    const state = await settle(deps, offering);
    if (state === 'over') return { ...offering, offered: null, until: null };
    if (state === 'kept') return offering;
    const asked = [...offering.asked];
    for (let next = await nextOf(deps, offering, asked); next; next = await nextOf(deps, offering, asked)) {
      const { waiter, place } = next;
      asked.push(waiter.id);
      if (await keepFor(deps, offering, waiter, place))
        return { ...offering, asked, offered: waiter.id, until: place.until };
    }
    const { place, desk, day, start, end, mark } = offering;
    const now = deps.now();
    const give = { cells: cellsBetween(start, end), mark, left: freeMark };
    await deps.desks.change({ place, desk, day, now, give });
    return { ...offering, asked, offered: null, until: null };
  };
