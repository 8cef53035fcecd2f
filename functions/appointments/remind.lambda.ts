import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { remind } from './remind.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), APPOINTMENTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const use = remind({
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
});
const Event = z.object({ scheduledAt: z.string().optional() });

/** Every morning: who comes tomorrow and the day after is reminded. */
export const handler = async (event: unknown) => {
  const { scheduledAt } = Event.parse(event ?? {});
  const done = await use(scheduledAt ? new Date(scheduledAt).toISOString() : now());
  log('info', 'appointments-reminded', done);
  return done;
};
