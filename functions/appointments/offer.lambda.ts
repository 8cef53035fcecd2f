import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { appointmentId, newHoldId, waiterId } from './ids.adapter.ts';
import { offerFreed } from './offer.ts';
import { presenceBy } from './presence.ts';
import { waitingTable } from './waiting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const use = offerFreed({
  ...{ now, appointmentId, newHoldId, waiterId },
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  presence: presenceBy(peopleTable(db, env.PEOPLE_TABLE).byLogin, now),
  desks: deskTable(db, env.APPOINTMENTS_TABLE),
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  waiting: waitingTable(db, env.APPOINTMENTS_TABLE),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'appointment'),
});
const Input = z.object({
  ...{ place: z.string(), day: z.string(), desk: z.string(), mark: z.string() },
  ...{ start: z.number().int(), end: z.number().int() },
  asked: z.array(z.string()).default([]),
  offered: z.string().nullable().default(null),
  until: z.string().nullable().default(null),
});

/** Task of offer-slot: a freed stretch gives the same with whom it is kept for and until when, or `until: null`. */
export const handler = (input: unknown) => use(Input.parse(input));
