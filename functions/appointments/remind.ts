import { addDays, type Day } from '../deadlines/day.ts';
import type { Authority } from '../settings/authority.ts';
import type { Agenda } from './agenda.ts';
import { isLive } from './appointment.ts';
import type { AppointmentTable } from './appointment-table.adapter.ts';
import { told } from './cancel.ts';
import { appointmentOf } from './cells.ts';
import type { DeskTable } from './desk-table.adapter.ts';
import { readClock } from './wall-clock.ts';

export type RemindDeps = {
  agenda(): Promise<Agenda>;
  authority(): Promise<Authority>;
  desks: Pick<DeskTable, 'day'>;
  appointments: AppointmentTable;
};
/** Whoever booked since has the confirmation before their eyes. */
const freshHours = 20;
const together = 25;

/** Ids of the appointments of a day at a place: those whose cells are taken for good. */
export const bookedOn = async (
  { desks }: Pick<RemindDeps, 'desks'>,
  place: string,
  day: Day,
): Promise<string[]> => {
  const days = await desks.day(place, day);
  const ids = [...days.values()].flatMap(({ cells }) => [...cells.values()].map(appointmentOf));
  return [...new Set(ids.filter((id) => id !== null))];
};

/**
 * The day before and two days before, each person is reminded once: run again, nobody is told twice. Reads the desks of
 * those two days only.
 */
export const remind =
  (deps: RemindDeps) =>
  async (at: string): Promise<{ reminded: number }> => {
    const [{ places }, { timeZone }] = await Promise.all([deps.agenda(), deps.authority()]);
    const today = readClock(timeZone, at).day;
    const fresh = new Date(Date.parse(at) - freshHours * 3_600_000).toISOString();
    let reminded = 0;
    for (const { code } of places)
      for (const ahead of [2, 1] as const) {
        const ids = await bookedOn(deps, code, addDays(today, ahead));
        const found = await deps.appointments.readMany(ids);
        const due = found.filter((one) => isLive(one) && one.bookedAt < fresh && one.from > at);
        for (let from = 0; from < due.length; from += together)
          await deps.appointments.transact(
            due.slice(from, from + together).map((one) => told(deps, one, `reminder-${ahead}`, at)),
          );
        reminded += due.length;
      }
    return { reminded };
  };
