import type { AgentCaller } from '../agents/caller.ts';
import { addDays, type Day, daysBetween } from '../deadlines/day.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import { type Appointment, isLive } from './appointment.ts';
import { cancel } from './cancel.ts';
import { appointmentOf, type DeskDay, emptyDay } from './cells.ts';
import type { ClosingTable } from './closing-table.adapter.ts';
import { mayReceive } from './may.ts';
import { type AgendaDeps, lineOf } from './read-agenda.ts';
import type * as api from './settings-api.ts';
import type { Closing } from './settings-api.ts';

export type CloseDeps = AgendaDeps & { closings: ClosingTable };
type Stretch = Pick<Closing, 'place' | 'desks' | 'from' | 'to' | 'start' | 'end'>;
/** A quarter: longer is a change of the opening hours. */
const mostDays = 92;
const mostTries = 8;

const daysOf = ({ from, to }: Stretch): Day[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
const idsIn = ({ cells }: DeskDay, { start, end }: Stretch): string[] => [
  ...new Set(
    [...cells]
      .filter(([cell]) => cell + 5 > start && cell < end)
      .map(([, mark]) => appointmentOf(mark))
      .filter((id) => id !== null),
  ),
];

/** One desk's day, changed as it is now; another agent who closes at the same time is waited for. */
const change = async (
  { desks }: CloseDeps,
  place: string,
  day: Day,
  desk: string,
  next: (barred: DeskDay['barred']) => DeskDay['barred'],
): Promise<DeskDay> => {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const kept = (await desks.day(place, day)).get(`${day}#${desk}`) ?? emptyDay;
    const barred = next(kept.barred);
    const after = await desks.bar(place, day, desk, barred, kept.barredRevision);
    if (after) return after;
  }
  throw new Refusal('conflict');
};

const concernedBy = async (deps: CloseDeps, stretch: Stretch): Promise<Appointment[]> => {
  const ids: string[] = [];
  for (const day of daysOf(stretch)) {
    const kept = await deps.desks.day(stretch.place, day);
    for (const desk of stretch.desks) ids.push(...idsIn(kept.get(`${day}#${desk}`) ?? emptyDay, stretch));
  }
  return stillToCome(deps, ids);
};
const stillToCome = async (
  { appointments, now }: CloseDeps,
  ids: readonly string[],
): Promise<Appointment[]> =>
  (await appointments.readMany(ids))
    .filter((one) => isLive(one) && one.from > now())
    .sort((one, other) => (one.from < other.from ? -1 : 1));

const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);

/** Desks that the agent may close: those of the place, all of them theirs. */
const stretchOf = async (
  deps: CloseDeps,
  { body }: InputOf<typeof api.closeStretch>,
  { agent }: AgentCaller,
): Promise<Stretch> => {
  const { place, from, to, start, end } = body;
  const days = daysBetween(from, to);
  if (days < 0 || days > mostDays) throw wrong('to');
  if (start >= end) throw wrong('end');
  const agenda = await deps.agenda();
  const here = agenda.desks.filter((desk) => desk.place === place);
  const chosen = body.desks.length === 0 ? here : here.filter(({ code }) => body.desks.includes(code));
  if (chosen.length === 0 || (body.desks.length > 0 && chosen.length !== body.desks.length))
    throw wrong('desks');
  const isMine = chosen.every(({ reasons }) => reasons.some((code) => mayReceive(agent, agenda, code)));
  if (!isMine) throw new Refusal('forbidden');
  return { place, from, to, start, end, desks: chosen.map(({ code }) => code) };
};

/**
 * Closes first, then looks who was to come: nobody can slip in between. Each is told, with the closest other slots; what
 * they had is given up. A trial only says who they are.
 */
export const closeStretch =
  (deps: CloseDeps) =>
  async (
    input: InputOf<typeof api.closeStretch>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.closeStretch>> => {
    const stretch = await stretchOf(deps, input, caller);
    const { login } = caller.agent;
    const at = deps.now();
    if (input.body.isTrial) {
      const concerned = await concernedBy(deps, stretch);
      await deps.noteReading(`${stretch.place}#${stretch.from}`, login, at);
      return { closing: null, concerned: concerned.map(lineOf), now: at };
    }
    const id = `${at}-${stretch.place}-${login}`;
    const { start, end } = stretch;
    const ids: string[] = [];
    for (const day of daysOf(stretch))
      for (const desk of stretch.desks) {
        const after = await change(deps, stretch.place, day, desk, (barred) => [
          ...barred,
          { id, start, end },
        ]);
        ids.push(...idsIn(after, stretch));
      }
    const concerned = await stillToCome(deps, ids);
    for (const one of concerned) await cancel(deps)(one.id, { closing: id });
    const closing: Closing = {
      ...{ ...stretch, id, why: input.body.why, by: `agent:${login}`, at },
      ...{ state: 'closed', concerned: concerned.length },
    };
    await deps.closings.save(closing);
    return { closing, concerned: concerned.map(lineOf), now: deps.now() };
  };

export const reopen =
  (deps: CloseDeps) =>
  async (
    { params }: InputOf<typeof api.reopen>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof api.reopen>> => {
    const [closing, agenda] = await Promise.all([deps.closings.read(params.id), deps.agenda()]);
    if (!closing) throw new Refusal('not-found');
    const theirs = agenda.desks.filter(({ code }) => closing.desks.includes(code));
    if (!theirs.every(({ reasons }) => reasons.some((code) => mayReceive(agent, agenda, code))))
      throw new Refusal('forbidden');
    for (const day of daysOf(closing))
      for (const desk of closing.desks)
        await change(deps, closing.place, day, desk, (barred) =>
          barred.filter(({ id }) => id !== closing.id),
        );
    const after: Closing = { ...closing, state: 'reopened' };
    await deps.closings.save(after);
    return { closing: after, now: deps.now() };
  };

export const listClosings =
  ({ closings, now }: Pick<CloseDeps, 'closings' | 'now'>) =>
  async (): Promise<ReplyOf<typeof api.listClosings>> => ({ closings: await closings.latest(), now: now() });
