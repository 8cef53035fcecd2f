import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { mailer } from '../delivery/mail.adapter.ts';
import { texter } from '../delivery/sms.adapter.ts';
import { isSuppressed } from '../delivery/suppression.ts';
import { suppressionTable } from '../delivery/suppression-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { isOptedOut } from '../sms/text.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { agendaTable } from './agenda-table.adapter.ts';
import { appointmentTable } from './appointment-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { figureTable } from './figure-table.adapter.ts';
import { otherSlots } from './nearest.ts';
import { presenceBy } from './presence.ts';
import { tellAppointment, tellWaiter } from './tell.ts';
import { toldTable } from './told-table.adapter.ts';
import { waitingTable } from './waiting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  APPOINTMENTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const scene = {
  now,
  agenda: agendaTable(db, env.SETTINGS_TABLE).current,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  presence: presenceBy(peopleTable(db, env.PEOPLE_TABLE).byLogin, now),
};
const suppressions = suppressionTable(db, env.REQUESTS_TABLE);
const texts = textTable(db, env.CONTACTS_TABLE);
const deps = {
  ...scene,
  appointments: appointmentTable(db, env.APPOINTMENTS_TABLE),
  waiting: waitingTable(db, env.APPOINTMENTS_TABLE),
  told: toldTable(db, env.APPOINTMENTS_TABLE),
  count: figureTable(db, env.APPOINTMENTS_TABLE).count,
  others: otherSlots(scene, deskTable(db, env.APPOINTMENTS_TABLE)),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'appointment'),
  mail: mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION),
  text: texter(new SNSClient(impatient)),
  isSuppressed: async (address: string) => isSuppressed(await suppressions.find(address)),
  isOptedOut: async (number: string) => isOptedOut(await texts.optOut(number)),
  publicUrl: env.PUBLIC_URL,
};
const Event = z.union([
  z.object({
    detail: z.object({ appointmentId: z.string(), change: z.string(), revision: z.number() }),
  }),
  z.object({ detail: z.object({ waiterId: z.string(), change: z.string(), round: z.number() }) }),
]);

/** News of an appointment or of a waiting list: a mail, a text, each once. */
export const handler = async (event: unknown): Promise<void> => {
  const { detail } = Event.parse(event);
  await ('waiterId' in detail ? tellWaiter(deps)(detail) : tellAppointment(deps)(detail));
};
