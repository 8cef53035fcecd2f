import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { callCount } from './call-count.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { appointmentId, newHoldId, waiterId } from './ids.adapter.ts';
import { listReasons, listSlots } from './list-slots.ts';
import { presenceBy } from './presence.ts';
import * as api from './public-api.ts';
import { bookPublic, cancelPublic, holdPublic, movePublic, readMine, renewPublic } from './serve-public.ts';
import { acceptPublic, joinPublic, listOwn, stepPublic } from './serve-waiting.ts';
import * as waitingApi from './waiting-api.ts';
import { waitingTable } from './waiting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
/** Whoever only looks for a slot needs no secret: what signs is loaded by the first who books. */
const sign = lateSigner(env.PEPPER_SECRET, 'appointment');
const deps = {
  ...{ now, appointmentId, newHoldId, waiterId },
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  presence: presenceBy(people.byLogin, now),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  waiting: waitingTable(db, env.APPOINTMENTS_TABLE),
  sign,
  countCall: callCount(db, env.APPOINTMENTS_TABLE),
};
const calendar = lazily(async () =>
  (await import('./serve-calendar.ts')).readCalendar({ ...deps, publicUrl: env.PUBLIC_URL }),
);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listReasons, listReasons(deps)),
  handle(api.listSlots, listSlots(deps)),
  handle(api.holdSlot, holdPublic(deps)),
  handle(api.renewHold, renewPublic(deps)),
  handle(api.bookAppointment, bookPublic(deps)),
  handle(api.readMine, readMine(deps)),
  handle(api.moveAppointment, movePublic(deps)),
  handle(api.cancelAppointment, cancelPublic(deps)),
  handle(api.readCalendar, async (input, caller) => (await calendar())(input, caller)),
  handle(waitingApi.joinWaiting, joinPublic(deps)),
  handle(waitingApi.acceptOffer, acceptPublic(deps)),
  handle(waitingApi.declineOffer, stepPublic(deps, 'decline')),
  handle(waitingApi.leaveWaiting, stepPublic(deps, 'leave')),
  handle(waitingApi.listOwn, listOwn(deps)),
);
