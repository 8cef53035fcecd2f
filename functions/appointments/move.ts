import type { PageLanguage } from '../procedures/translation.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Appointment, isLive } from './appointment.ts';
import type { BookDeps, Booked } from './book.ts';
import { freed, told } from './cancel.ts';
import { bookedMark, cellsBetween } from './cells.ts';
import type { CellChange } from './desk-table.adapter.ts';
import { nearest } from './nearest.ts';
import { type Candidate, candidates, chosen, type Scene, sceneOf } from './scene.ts';
import type { Write } from './transact.adapter.ts';
import { keptLanguage } from './words.ts';

const mostRounds = 6;
/** `by`: mandate:<id>, when somebody moves it for the person. `language`: of the page where its own person does. */
type Target = {
  place: string;
  from: string;
  own?: string;
  besides?: Write[];
  by?: string;
  language?: PageLanguage;
};

type To = { place: string; day: string; own: string[] } & Candidate;
const takeAgain = (
  { desks }: BookDeps,
  id: string,
  { place, desk, day, own, cells, barredRevision }: To,
  now: string,
): Write =>
  desks.write({ place, desk, day, now, barredRevision, take: { cells, mark: bookedMark(id), own } });

/** Takes the new cells and gives the old ones back: one write where both lie on the same desk's day. */
const changeCells = (deps: BookDeps, known: Appointment, to: To, now: string, left: string): Write[] => {
  const mark = bookedMark(known.id);
  const { place, desk, day } = known;
  const isSame = place === to.place && desk === to.desk && day === to.day;
  const taken: CellChange = {
    ...{ place: to.place, desk: to.desk, day: to.day, now, barredRevision: to.barredRevision },
    take: { cells: to.cells, mark, own: [mark, ...to.own] },
  };
  const old = cellsBetween(known.start, known.freeAt);
  const give = { cells: isSame ? old.filter((cell) => !to.cells.includes(cell)) : old, mark, left };
  return isSame
    ? [deps.desks.write({ ...taken, give })]
    : [deps.desks.write(taken), deps.desks.write({ place, desk, day, now, give })];
};

const movedTo = (
  known: Appointment,
  scene: Scene,
  target: Target,
  to: Candidate,
  start: number,
  day: string,
) => {
  const from = new Date(target.from).toISOString();
  const { minutes } = scene.reason;
  return {
    ...known,
    ...{ place: target.place, desk: to.desk, day, start, end: start + minutes },
    freeAt: (to.cells.at(-1) ?? start) + 5,
    ...{ from, to: new Date(Date.parse(from) + minutes * 60_000).toISOString() },
    ...{ state: 'booked' as const, closing: undefined, revision: known.revision + 1 },
    changedBy: target.by,
    ...(target.language && { language: keptLanguage(target.language).language }),
  };
};

/** What the authority could not keep takes nothing any more: no cells to give back, no seat of the person. */
const isWithdrawn = ({ state, closing }: Appointment): boolean =>
  state === 'cancelled' && closing !== undefined;

/**
 * Another time for the same appointment, all or nothing: nobody is left without either. One that the authority could not
 * keep is taken up again. Refuses `not-found`,
 * `not-allowed-in-state` once it is over, `invalid-input` for what is not offered.
 */
export const move =
  (deps: BookDeps) =>
  async (id: string, target: Target, isAgent = false): Promise<Booked> => {
    for (let round = 0; round < mostRounds; round += 1) {
      const known = await deps.appointments.read(id);
      if (!known) throw new Refusal('not-found');
      const scene = await sceneOf(deps)({ reason: known.reason, place: target.place }, isAgent);
      const { now } = scene.slots;
      const isAgain = isWithdrawn(known);
      if (!isAgain && (!isLive(known) || known.to <= now)) throw new Refusal('not-allowed-in-state');
      const when = chosen(scene, target.from);
      if (!when) throw new Refusal('invalid-input', [{ field: 'from', code: 'past' }]);
      const isSame = known.from === new Date(target.from).toISOString() && known.place === target.place;
      if (isSame && !isAgain) return { outcome: 'booked', appointment: known };
      const { day, start } = when;
      const own = target.own ? [target.own] : [];
      const marks = [bookedMark(id), ...own];
      const free = candidates(scene, await deps.desks.day(target.place, day), day, start, marks);
      if (free.length === 0) break;
      const { mark: left, announce } = freed(deps, known, now);
      for (const one of free) {
        const moved = movedTo(known, scene, target, one, start, day);
        const after: Appointment = isAgain ? { ...moved, seats: [] } : moved;
        const to = { ...one, place: target.place, day, own };
        const against = await deps.appointments.transact([
          deps.appointments.save(after),
          ...(isAgain ? [takeAgain(deps, id, to, now)] : changeCells(deps, known, to, now, left)),
          ...after.seats.map((seat) => deps.appointments.sit(seat, id, after.to, now, known.to)),
          told(deps, after, 'moved', now),
          ...(isAgain ? [] : [announce]),
          ...(target.besides ?? []),
        ]);
        if (!against) return { outcome: 'booked', appointment: after };
        if (against[0]) break;
      }
    }
    const known = await deps.appointments.read(id);
    const scene = await sceneOf(deps)({ reason: known?.reason ?? '', place: target.place }, isAgent);
    const day = chosen(scene, target.from)?.day ?? scene.today;
    return { outcome: 'taken', nearest: await nearest(deps.desks.week)(scene, target.from, day) };
  };
