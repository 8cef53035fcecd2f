import type { AgentCaller } from '../agents/caller.ts';
import { addDays, type Day } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Agenda, type Place, placeOf, placesFor } from './agenda.ts';
import type * as api from './agent-api.ts';
import type { AgendaLine } from './agent-api.ts';
import type { Appointment } from './appointment.ts';
import type { BookDeps } from './book.ts';
import { appointmentOf, type DeskDay } from './cells.ts';
import { mayReceive } from './may.ts';
import { deskOpening, type Span } from './opening.ts';
import { deskDayOf } from './slots.ts';
import type { WaitingTable } from './waiting-table.adapter.ts';
import { readClock } from './wall-clock.ts';
import { mondayOf } from './week.ts';

export type AgendaDeps = BookDeps & {
  waiting: Pick<WaitingTable, 'count'>;
  noteReading(what: string, login: string, at: string): Promise<void>;
};
const idsOf = ({ cells }: DeskDay): string[] =>
  [...new Set([...cells.values()].map(appointmentOf))].filter((id) => id !== null);
const minutesIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
const named = (list: readonly { code: string; name: string }[]) =>
  list.map(({ code, name }) => ({ code, name }));

export const lineOf = (one: Appointment): AgendaLine => {
  const { id, reason, desk, from, to, state, note, reference, contact } = one;
  return {
    ...{ id, reason, desk, from, to, state, note, reference },
    ...{ givenName: contact.givenName, familyName: contact.familyName },
    ...{ arrivedAt: one.arrivedAt ?? null, ticket: one.ticket ?? null },
  };
};

const sceneFor = async (deps: AgendaDeps, wanted: string | undefined) => {
  const [agenda, authority] = await Promise.all([deps.agenda(), deps.authority()]);
  const place = wanted ? placeOf(agenda, wanted) : agenda.places[0];
  if (!place) throw new Refusal('not-found');
  const now = deps.now();
  const desks = agenda.desks.filter((desk) => desk.place === place.code);
  const isPresent = await deps.presence([...new Set(desks.flatMap(({ agents }) => agents))]);
  const opening = { calendar: authority.holidays, isPresent };
  return { agenda, place, desks, opening, now, today: readClock(authority.timeZone, now).day };
};

const waitingAt = async ({ waiting }: AgendaDeps, { reasons }: Agenda, place: Place): Promise<number> => {
  const counts = await Promise.all(reasons.map(({ code }) => waiting.count(code, place.code)));
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Reads the desks of the day as they are now, then their appointments: the same whatever the other days hold. */
export const readDay =
  (deps: AgendaDeps) =>
  async (
    { query }: InputOf<typeof api.readDay>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.readDay>> => {
    const { agenda, place, desks, opening, now, today } = await sceneFor(deps, query.place);
    const day = query.day ?? today;
    const kept = await deps.desks.day(place.code, day);
    const ids = [...kept.values()].flatMap(idsOf);
    const [found, waiting] = await Promise.all([
      deps.appointments.readMany(ids),
      waitingAt(deps, agenda, place),
      deps.noteReading(`${place.code}#${day}`, agent.login, now),
    ]);
    const mine = found
      .filter(({ reason }) => mayReceive(agent, agenda, reason))
      .sort((one, other) => (one.from < other.from ? -1 : 1));
    const left = new Set(mine.map(({ desk }) => desk));
    const shown = [
      ...desks.filter(({ reasons }) => reasons.some((code) => mayReceive(agent, agenda, code))),
      // A desk that was taken out of the agenda keeps those who are to come to it.
      ...[...left]
        .filter((code) => !desks.some((desk) => desk.code === code))
        .map((code) => ({ code, name: code, place: place.code, reasons: [], agents: [], hours: [] })),
    ];
    return {
      ...{ place: place.code, day, places: named(agenda.places) },
      reasons: agenda.reasons
        .filter(({ code }) => mayReceive(agent, agenda, code))
        .map(({ code, name }) => ({
          ...{ code, name },
          places: placesFor(agenda, code).map((one) => one.code),
        })),
      desks: shown.map((desk) => {
        const { barred } = deskDayOf(kept, day, desk.code);
        return {
          ...{ code: desk.code, name: desk.name },
          open: deskOpening(opening, place, desk, day, barred),
          barred: barred.map(({ start, end }) => ({ start, end })),
          appointments: mine.filter((one) => one.desk === desk.code).map(lineOf),
        };
      }),
      ...{ waiting, now },
    };
  };

/** Counts only, out of what is kept of the desks: one read for the whole week. */
export const readWeek =
  (deps: AgendaDeps) =>
  async (
    { query }: InputOf<typeof api.readWeek>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.readWeek>> => {
    const { agenda, place, desks, opening, now } = await sceneFor(deps, query.place);
    const monday = mondayOf(query.day);
    const kept = await deps.desks.week(place.code, monday);
    const mine = desks.filter(({ reasons }) => reasons.some((code) => mayReceive(agent, agenda, code)));
    const dayOf = (day: Day) => ({
      day,
      desks: mine.map((desk) => {
        const held = deskDayOf(kept, day, desk.code);
        const open = deskOpening(opening, place, desk, day, held.barred);
        const whole = deskOpening(opening, place, desk, day, []);
        const taken = [...held.cells.values()].filter((cell) => appointmentOf(cell) !== null).length * 5;
        return {
          ...{ code: desk.code, name: desk.name, booked: idsOf(held).length, takenMinutes: taken },
          openMinutes: minutesIn(open),
          barredMinutes: minutesIn(whole) - minutesIn(open),
        };
      }),
    });
    const days = Array.from({ length: 7 }, (_, at) => dayOf(addDays(monday, at)));
    return { place: place.code, monday, places: named(agenda.places), days, now };
  };
