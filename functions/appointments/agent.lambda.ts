import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { handTicket } from '../reception/serve-tickets.ts';
import { ticketTable } from '../reception/ticket-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import * as api from './agent-api.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { closingTable } from './closing-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { figureTable } from './figure-table.adapter.ts';
import { appointmentId } from './ids.adapter.ts';
import { presenceBy } from './presence.ts';
import { readDay, readWeek } from './read-agenda.ts';
import { readingTable } from './reading-table.adapter.ts';
import { arrive, bookFor, cancelFor, listAgentSlots, mark, moveFor, readOne } from './serve-agent.ts';
import * as settings from './settings-api.ts';
import { waitingTable } from './waiting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const saved = agendaTable(db, env.SETTINGS_TABLE);
const figures = figureTable(db, env.APPOINTMENTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const hand = handTicket({
  ...{ authority, now, dayIn, timeIn },
  tickets: ticketTable(db, env.CONTACTS_TABLE),
});
/** Whoever only looks for a slot needs no secret: what signs is loaded by the first who books. */
const sign = lateSigner(env.PEPPER_SECRET, 'appointment');
const deps = {
  ...{ now, appointmentId, authority, saved, figures },
  agenda: saved.current,
  presence: presenceBy(people.byLogin, now),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  waiting: waitingTable(db, env.APPOINTMENTS_TABLE),
  closings: closingTable(db, env.APPOINTMENTS_TABLE),
  noteReading: readingTable(db, env.APPOINTMENTS_TABLE),
  count: figures.count,
  sign,
  helpers: async (ids: readonly string[]) =>
    (await import('../mandates/helper-names.adapter.ts')).helperNames(db, env.MANDATES_TABLE)(ids),
  logins: async () => (await people.everybody()).map(({ login }) => login),
  async handTicket(topic: string, key: string, appointmentAt: string | null): Promise<string> {
    const body = { topic, isPriority: false, appointmentAt };
    const headers = { 'idempotency-key': key };
    return (await hand({ body, headers, params: undefined, query: undefined })).ticket.id;
  },
};
/** Few calls close or edit: what they need is loaded by the first of them. */
const closing = lazily(async () => {
  const { closeStretch, listClosings, reopen } = await import('./close.ts');
  return { close: closeStretch(deps), list: listClosings(deps), reopen: reopen(deps) };
});
const editing = lazily(async () => {
  const { readAgenda, readFigures, saveAgenda } = await import('./edit-agenda.ts');
  return { read: readAgenda(deps), save: saveAgenda(deps), figures: readFigures(deps) };
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readDay, readDay(deps)),
  handle(api.readWeek, readWeek(deps)),
  handle(api.listAgentSlots, listAgentSlots(deps)),
  handle(settings.listClosings, async () => (await closing()).list()),
  handle(settings.closeStretch, async (input, caller) => (await closing()).close(input, caller)),
  handle(settings.reopen, async (input, caller) => (await closing()).reopen(input, caller)),
  handle(settings.readAgenda, async (input, caller) => (await editing()).read(input, caller)),
  handle(settings.saveAgenda, async (input, caller) => (await editing()).save(input, caller)),
  handle(settings.readFigures, async (input) => (await editing()).figures(input)),
  handle(api.bookFor, bookFor(deps)),
  handle(api.readOne, readOne(deps)),
  handle(api.moveFor, moveFor(deps)),
  handle(api.cancelFor, cancelFor(deps)),
  handle(api.arrive, arrive(deps)),
  handle(api.mark, mark(deps)),
);
