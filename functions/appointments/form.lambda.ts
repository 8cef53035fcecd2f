import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { bookFromForm } from './from-form.ts';
import { appointmentId } from './ids.adapter.ts';
import { presenceBy } from './presence.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const use = bookFromForm({
  ...{ now, appointmentId },
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  presence: presenceBy(peopleTable(db, env.PEOPLE_TABLE).byLogin, now),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  contact: contactTable(db, env.CONTACTS_TABLE).readContact,
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'appointment'),
});
const Event = z.object({ detail: z.object({ contactId: z.string(), account: z.string().optional() }) });

/** A form that holds a slot was taken in: the slot becomes an appointment of its request. */
export const handler = async (event: unknown): Promise<void> => use(Event.parse(event).detail);
