import type { OtherLanguage } from '../procedures/translation.ts';
import type { InputOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { isLive } from './appointment.ts';
import { type BookDeps, type Booked, book } from './book.ts';
import { freeMark } from './cells.ts';
import { move } from './move.ts';
import { sceneOf } from './scene.ts';
import { personKeys } from './seats.ts';
import type { Waiter } from './waiter.ts';
import type { joinWaiting } from './waiting-api.ts';
import type { WaitingTable } from './waiting-table.adapter.ts';

export type WaitDeps = BookDeps & {
  waiting: WaitingTable;
  waiterId(parts: string[]): string;
  appointmentId(key: string): string;
};
type Asked = InputOf<typeof joinWaiting>['body'] & {
  account: string | null;
  language?: OtherLanguage;
};

/** Joins a list, once for each person, reason and place; whoever left it joins at its end. */
export const join =
  (deps: WaitDeps) =>
  async (
    { reason, place, contact, before, account, language }: Asked,
    appointment: string | null,
  ): Promise<Waiter> => {
    const { waiting, appointments } = deps;
    const { slots } = await sceneOf(deps)({ reason, place });
    const [person = ''] = personKeys(contact, await deps.sign());
    const id = deps.waiterId([person, reason, place]);
    const known = await waiting.read(id);
    if (known && (known.state === 'waiting' || known.state === 'offered')) return known;
    const waiter: Waiter = {
      ...{ id, reason, place, before, contact, language, account, person, appointment },
      ...{ joinedAt: slots.now, state: 'waiting', offer: null, unanswered: 0 },
      revision: (known?.revision ?? 0) + 1,
    };
    const against = await appointments.transact([
      waiting.save(waiter),
      waiting.stand(waiter),
      waiting.announce(waiter, 'joined', slots.now),
    ]);
    return against ? ((await waiting.read(id)) ?? waiter) : waiter;
  };

const waiterOf = async ({ waiting }: WaitDeps, id: string): Promise<Waiter> => {
  const waiter = await waiting.read(id);
  if (!waiter) throw new Refusal('not-found');
  return waiter;
};

/** Gives the slot that was kept for somebody to the next; `after` is what becomes of them. */
export const letGo = async (
  deps: WaitDeps,
  waiter: Waiter,
  after: Waiter,
  change: string | null,
): Promise<boolean> => {
  const { waiting, appointments, desks } = deps;
  const now = deps.now();
  const { offer } = waiter;
  const against = await appointments.transact([
    waiting.save(after),
    after.state === 'waiting' ? waiting.stand(after) : waiting.step(after),
    ...(change ? [waiting.announce(after, change, now)] : []),
  ]);
  if (against) return false;
  if (offer) {
    const { place, desk, day, cells, mark } = offer;
    await desks.change({ place, desk, day, now, give: { cells, mark, left: freeMark } });
  }
  return true;
};

/** Lets the slot go and stays in the list, or leaves it. Whoever is after them is asked at once. */
export const step =
  (deps: WaitDeps, next: (waiter: Waiter) => Promise<void>) =>
  async (id: string, way: 'decline' | 'leave'): Promise<Waiter> => {
    const waiter = await waiterOf(deps, id);
    if (waiter.state === 'left' || waiter.state === 'accepted') return waiter;
    if (way === 'decline' && waiter.state !== 'offered') return waiter;
    const state = way === 'decline' ? 'waiting' : 'left';
    const after: Waiter = { ...waiter, state, offer: null, revision: waiter.revision + 1 };
    if (!(await letGo(deps, waiter, after, null))) throw new Refusal('conflict');
    if (waiter.offer) await next(waiter);
    return after;
  };

/** Takes the slot that is kept. Too late, and gone to another: the answer says which are free. */
export const accept =
  (deps: WaitDeps) =>
  async (id: string): Promise<Booked> => {
    const waiter = await waiterOf(deps, id);
    const { offer, contact, language, account, reason, place } = waiter;
    if (!offer) throw new Refusal('not-allowed-in-state');
    const made = deps.appointmentId(`waiting-${id}-${offer.id}`);
    const accepted: Waiter = { ...waiter, state: 'accepted', revision: waiter.revision + 1 };
    const { waiting, appointments } = deps;
    const besides = [waiting.save(accepted), waiting.step(accepted)];
    const had = waiter.appointment ? await appointments.read(waiter.appointment) : null;
    if (waiter.state === 'accepted' && had) return { outcome: 'booked', appointment: had };
    if (had && isLive(had))
      return move(deps)(had.id, { place: offer.place, from: offer.from, own: offer.mark, besides }, true);
    return book(deps)({
      ...{ id: made, reason, place, from: offer.from, contact, language, account, besides, hold: offer },
      ...{ reference: null, note: '', by: 'citizen' },
    });
  };
