import type { AgentCaller } from '../agents/caller.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type * as api from './agent-api.ts';
import type { Appointment } from './appointment.ts';
import { type Booked, book } from './book.ts';
import { cancel } from './cancel.ts';
import type { FigureTable } from './figure-table.adapter.ts';
import { weekOfSlots } from './list-slots.ts';
import { mayReceive } from './may.ts';
import { move } from './move.ts';
import { type AgendaDeps, lineOf } from './read-agenda.ts';
import { sceneOf } from './scene.ts';

export type AgentDeps = AgendaDeps & {
  /** Who acted under these mandates, by name. */
  helpers?(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  appointmentId(key: string): string;
  count: FigureTable['count'];
  /** Hands a ticket for a department, once for each key; `appointmentAt`: the time they were given. */
  handTicket(topic: string, key: string, appointmentAt: string | null): Promise<string>;
};
type Id = { params: { id: string } };
/** Later than this, they take their turn with those who came without an appointment. */
const lateMs = 15 * 60_000;

const detailOf = (one: Appointment) => {
  const { place, contact, bookedAt, bookedBy, revision, closing } = one;
  const { email, phone, wantsTexts } = contact;
  return {
    ...lineOf(one),
    ...{ place, email, phone, wantsTexts, bookedAt, bookedBy, revision },
    isClosed: closing !== undefined,
  };
};

/** Refuses `not-found` also for what is none of the agent's departments: it does not say that it exists. */
const find = async (deps: AgentDeps, id: string, { agent }: AgentCaller): Promise<Appointment> => {
  const [appointment, agenda] = await Promise.all([deps.appointments.read(id), deps.agenda()]);
  if (!appointment || !mayReceive(agent, agenda, appointment.reason)) throw new Refusal('not-found');
  return appointment;
};
const mustReceive = async (deps: AgentDeps, reason: string, { agent }: AgentCaller): Promise<void> => {
  if (!mayReceive(agent, await deps.agenda(), reason)) throw new Refusal('forbidden');
};
const answer = (deps: AgentDeps, appointment: Appointment) => ({
  appointment: detailOf(appointment),
  now: deps.now(),
});
const outcome = (deps: AgentDeps, booked: Booked): ReplyOf<typeof api.bookFor> => {
  if (booked.outcome === 'booked') return { outcome: 'booked', ...answer(deps, booked.appointment) };
  if (booked.outcome === 'taken') return { ...booked, now: deps.now() };
  // Agents book without counting seats.
  throw new Refusal('conflict');
};

export const readOne =
  (deps: AgentDeps) =>
  async ({ params }: Id, caller: AgentCaller): Promise<ReplyOf<typeof api.readOne>> => {
    const found = await find(deps, params.id, caller);
    await deps.noteReading(found.id, caller.agent.login, deps.now());
    const { appointment, now } = answer(deps, found);
    const names = await helpersOf(deps, found);
    return { appointment: { ...appointment, ...(names ? { helpers: names } : {}) }, now };
  };
/** Who did it for the person under a mandate; nothing is asked where nobody did. */
const helpersOf = async ({ helpers }: AgentDeps, { bookedBy, changedBy = '' }: Appointment) => {
  const idOf = (by: string) => (by.startsWith('mandate:') ? by.slice('mandate:'.length) : null);
  const [booked, changed] = [idOf(bookedBy), idOf(changedBy)];
  if (!helpers || (!booked && !changed)) return null;
  const names = await helpers([booked, changed].flatMap((id) => id ?? []));
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? '') : null);
  return { booked: nameOf(booked), changed: nameOf(changed) };
};

export const listAgentSlots =
  (deps: AgentDeps) =>
  async (
    { query }: InputOf<typeof api.listAgentSlots>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.listAgentSlots>> => {
    await mustReceive(deps, query.reason, caller);
    const scene = await sceneOf(deps)(query, true);
    return { ...(await weekOfSlots(deps)(scene, query.from)), now: scene.slots.now };
  };

export const bookFor =
  (deps: AgentDeps) =>
  async (
    { body, headers }: InputOf<typeof api.bookFor>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.bookFor>> => {
    await mustReceive(deps, body.reason, caller);
    const id = deps.appointmentId(headers['idempotency-key']);
    const by = `agent:${caller.agent.login}`;
    return outcome(deps, await book(deps)({ ...body, id, account: null, by }));
  };

export const moveFor =
  (deps: AgentDeps) =>
  async (
    { params, body }: InputOf<typeof api.moveFor>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.moveFor>> => {
    await find(deps, params.id, caller);
    return outcome(deps, await move(deps)(params.id, body, true));
  };

export const cancelFor =
  (deps: AgentDeps) =>
  async ({ params }: Id, caller: AgentCaller): Promise<ReplyOf<typeof api.cancelFor>> => {
    await find(deps, params.id, caller);
    return answer(deps, await cancel(deps)(params.id));
  };

/** Writes what became of an appointment, and counts it for the month of its day. */
const settle = async (
  deps: AgentDeps,
  found: Appointment,
  more: Partial<Appointment>,
): Promise<Appointment> => {
  const after = { ...found, ...more, revision: found.revision + 1 };
  if (await deps.appointments.transact([deps.appointments.save(after)])) throw new Refusal('conflict');
  if (after.state !== found.state) {
    const { day, place, reason } = found;
    const figure = { day, place, reason, waited: 0 };
    await deps.count({ ...figure, change: found.state, by: found.state === 'booked' ? 0 : -1 });
    await deps.count({ ...figure, change: after.state, by: after.state === 'booked' ? 0 : 1 });
  }
  return after;
};

/** A ticket at their time; asked again, the same. Refuses `not-allowed-in-state` for what was given up. */
export const arrive =
  (deps: AgentDeps) =>
  async ({ params }: Id, caller: AgentCaller): Promise<ReplyOf<typeof api.arrive>> => {
    const found = await find(deps, params.id, caller);
    if (found.state === 'cancelled') throw new Refusal('not-allowed-in-state');
    if (found.ticket) return answer(deps, found);
    const now = deps.now();
    const topic = (await deps.agenda()).reasons.find(({ code }) => code === found.reason)?.department ?? '';
    const isLate = Date.parse(now) > Date.parse(found.from) + lateMs;
    const ticket = await deps.handTicket(topic, `appointment-${found.id}`, isLate ? null : found.from);
    return answer(deps, await settle(deps, found, { arrivedAt: now, ticket, state: 'honoured' }));
  };

export const mark =
  (deps: AgentDeps) =>
  async (
    { params, body }: InputOf<typeof api.mark>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof api.mark>> => {
    const found = await find(deps, params.id, caller);
    if (found.state === 'cancelled') throw new Refusal('not-allowed-in-state');
    if (body.state === 'missed' && found.from > deps.now()) throw new Refusal('not-allowed-in-state');
    if (found.state === body.state) return answer(deps, found);
    return answer(deps, await settle(deps, found, { state: body.state }));
  };
