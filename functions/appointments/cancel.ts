import type { PageLanguage } from '../procedures/translation.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Appointment, type Change, isLive } from './appointment.ts';
import type { AppointmentTable } from './appointment-table.adapter.ts';
import { bookedMark, cellsBetween, freedMark, freeMark } from './cells.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import type { Write } from './transact.adapter.ts';
import { keptLanguage } from './words.ts';

/** How long only those who wait may take what came free, in milliseconds: they are asked within seconds. */
const keptForThose = 60_000;
const mostRounds = 4;
export type CancelDeps = { appointments: AppointmentTable; desks: DeskTable; now(): string };

/** The news that a stretch is free, under the mark that its cells bear for a minute. */
export const freed = (
  { appointments }: Pick<CancelDeps, 'appointments'>,
  gone: Appointment,
  now: string,
): { mark: string; announce: Write } => {
  const { id, place, day, desk, start, freeAt, revision } = gone;
  const mark = freedMark(new Date(Date.parse(now) + keptForThose).toISOString(), `${id}-${revision}`);
  return {
    mark,
    announce: appointments.announce(
      id,
      `freed-${revision}`,
      {
        type: 'appointment-freed',
        detail: { freedBy: `${id}-${revision}`, place, day, desk, start, end: freeAt, mark },
      },
      now,
    ),
  };
};
export const told = (
  { appointments }: Pick<CancelDeps, 'appointments'>,
  { id, revision }: Appointment,
  change: Change,
  now: string,
): Write =>
  appointments.announce(
    id,
    `${change}-${revision}`,
    { type: 'appointment-changed', detail: { appointmentId: id, change, revision } },
    now,
  );

/**
 * Gives an appointment up; said twice it is given up once. `closing`: the authority itself cannot keep it, and nobody is
 * offered its slot. `by`, `language`: as for a move. Refuses `not-found`, and `not-allowed-in-state` once it is over.
 */
export const cancel =
  (deps: CancelDeps) =>
  async (
    id: string,
    { closing, by, language }: { closing?: string; by?: string | undefined; language?: PageLanguage } = {},
  ): Promise<Appointment> => {
    for (let round = 1; ; round += 1) {
      const known = await deps.appointments.read(id);
      if (!known) throw new Refusal('not-found');
      if (known.state === 'cancelled') return known;
      const now = deps.now();
      if (!isLive(known) || known.to <= now) throw new Refusal('not-allowed-in-state');
      const { place, desk, day, start, freeAt } = known;
      const { mark: left, announce } = freed(deps, known, now);
      const cells = cellsBetween(start, freeAt);
      const after: Appointment = {
        ...known,
        ...{ state: 'cancelled', revision: known.revision + 1, ...(closing && { closing }) },
        changedBy: by,
        ...(language && { language: keptLanguage(language).language }),
      };
      const give = { cells, mark: bookedMark(id), left: closing ? freeMark : left };
      const against = await deps.appointments.transact([
        deps.appointments.save(after),
        deps.desks.write({ place, desk, day, now, give }),
        ...known.seats.map((seat) => deps.appointments.rise(seat)),
        told(deps, after, closing ? 'withdrawn' : 'cancelled', now),
        ...(closing ? [] : [announce]),
      ]);
      if (!against) return after;
      if (round === mostRounds) throw new Refusal('conflict');
    }
  };
