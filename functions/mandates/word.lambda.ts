import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { ifThere } from '../shared/refusal.ts';
import { mandateTable } from './mandate-table.adapter.ts';
import { takeWord } from './take-word.ts';

const Env = z.object({
  CONTACTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
const use = takeWord({
  now,
  contact: (id) => ifThere(contacts.readContact(id)),
  mandates: mandateTable(db, { mandates: env.MANDATES_TABLE, sessions: env.SESSIONS_TABLE }),
  sign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'mandate'),
});
const Event = z.object({ detail: busEvents['contact-received'] });

/** Bus event `contact-received`, mails and texts: one word ends the mandates whose person was told there. */
export const handler = async (event: unknown): Promise<void> => {
  await use(Event.parse(event).detail.contactId);
};
