import type { Day } from '../deadlines/day.ts';
import type { OtherLanguage } from '../procedures/translation.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Agenda } from './agenda.ts';
import type { Appointment, Contact } from './appointment.ts';
import type { AppointmentTable } from './appointment-table.adapter.ts';
import { told } from './cancel.ts';
import { bookedMark } from './cells.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import type { Hold } from './hold.ts';
import type { Sign } from './link.ts';
import { nearest } from './nearest.ts';
import { type Candidate, candidates, chosen, type Scene, type SceneDeps, sceneOf } from './scene.ts';
import { freeSeat, personKeys, type Seat } from './seats.ts';
import type { Slot } from './slots.ts';
import type { Write } from './transact.adapter.ts';

export type BookDeps = SceneDeps & {
  desks: DeskTable;
  appointments: AppointmentTable;
  sign(): Promise<Sign>;
};
export type Wanted = {
  /** Made of the caller's key: asked again, it is the same appointment. */
  id: string;
  reason: string;
  place: string;
  from: string;
  contact: Contact;
  language?: OtherLanguage | undefined;
  account: string | null;
  reference: string | null;
  note: string;
  by: string;
  /** A slot kept for them. */
  hold?: Hold;
  /** Written in the same transaction. */
  besides?: Write[];
};
export type Booked =
  | { outcome: 'booked'; appointment: Appointment }
  /** Somebody else was quicker: the closest that are free. */
  | { outcome: 'taken'; nearest: Slot[] }
  /** This person has as many to come as one may. */
  | { outcome: 'limit'; most: number };

/** Rounds of looking and taking before the slot is said to be gone. */
const mostRounds = 12;

const madeOf = (
  wanted: Wanted,
  scene: Scene,
  when: { day: Day; start: number },
  { desk, cells }: Candidate,
) => {
  const { hold: _hold, besides: _besides, by, ...kept } = wanted;
  const { minutes } = scene.reason;
  const from = new Date(wanted.from).toISOString();
  return {
    ...kept,
    ...{ desk, from, day: when.day, start: when.start, end: when.start + minutes },
    freeAt: (cells.at(-1) ?? when.start) + 5,
    to: new Date(Date.parse(from) + minutes * 60_000).toISOString(),
    ...{ state: 'booked' as const, revision: 1, bookedAt: scene.slots.now, bookedBy: by },
  };
};

/** Seats of the person; null when one of them has none left. Agents book without: somebody stands before them. */
const seatsFor = async (
  { appointments, sign }: BookDeps,
  { perPerson }: Agenda,
  { contact, by }: Wanted,
  now: string,
): Promise<Seat[] | null> => {
  if (by.startsWith('agent:')) return [];
  const keys = personKeys(contact, await sign());
  const taken = await appointments.seats(keys);
  const seats = keys.map((key) => ({ key, seat: freeSeat(taken.get(key) ?? {}, perPerson, now) }));
  return seats.every((one): one is Seat => one.seat !== null) ? seats : null;
};

/** Asked for again with the same key: the appointment is theirs already. */
const before = async ({ appointments }: BookDeps, { id }: Wanted): Promise<Booked | null> => {
  const known = await appointments.read(id);
  return known && { outcome: 'booked', appointment: known };
};

/** Desks are tried from a different one each: many at once do not all wait for the first. */
const turned = <T>(list: readonly T[], id: string): T[] => {
  const first = list.length === 0 ? 0 : id.charCodeAt(id.length - 1) % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
};

/**
 * Books a slot, all or nothing: cells of the desk, appointment, seats of the person and what is told of it in one
 * transaction. Refuses `invalid-input` for what is not offered.
 */
export const book =
  (deps: BookDeps) =>
  async (wanted: Wanted): Promise<Booked> => {
    const { desks, appointments } = deps;
    const isAgent = wanted.by.startsWith('agent:');
    const scene = await sceneOf(deps)(wanted, isAgent || wanted.hold !== undefined);
    const when = chosen(scene, wanted.from);
    if (!when) throw new Refusal('invalid-input', [{ field: 'from', code: 'past' }]);
    const { now } = scene.slots;
    const { day } = when;
    const own = wanted.hold ? [wanted.hold.mark] : [];
    const mark = bookedMark(wanted.id);

    for (let round = 0; round < mostRounds; round += 1) {
      const free = candidates(scene, await desks.day(wanted.place, day), day, when.start, own);
      if (free.length === 0) break;
      const seats = await seatsFor(deps, scene.agenda, wanted, now);
      if (!seats) return (await before(deps, wanted)) ?? { outcome: 'limit', most: scene.agenda.perPerson };
      const held = free.find(({ desk }) => desk === wanted.hold?.desk);
      const one = held ?? turned(free, wanted.id)[0];
      if (!one) break;
      const appointment: Appointment = { ...madeOf(wanted, scene, when, one), seats };
      const { desk, cells, barredRevision } = one;
      const take = { cells, mark, own };
      // Whoever is beaten to a desk looks again: what is free then is known, not guessed.
      const against = await appointments.transact([
        appointments.add(appointment),
        desks.write({ place: wanted.place, desk, day, now, barredRevision, take }),
        ...seats.map((seat) => appointments.sit(seat, wanted.id, appointment.to, now)),
        told(deps, appointment, 'booked', now),
        ...(wanted.besides ?? []),
      ]);
      if (!against) return { outcome: 'booked', appointment };
      const first = against[0] ? await before(deps, wanted) : null;
      if (first) return first;
    }
    const again = await before(deps, wanted);
    return again ?? { outcome: 'taken', nearest: await nearest(desks.week)(scene, wanted.from, day) };
  };
