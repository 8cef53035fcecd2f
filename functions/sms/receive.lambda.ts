import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { derivedId } from '../documents/derived-id.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { documentClient, impatient, queue } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { receiveSms } from './receive-sms.ts';
import { textTable } from './text-table.adapter.ts';

const Env = z.object({
  CONTACTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  /** To be seen where the function is looked at. */
  TWO_WAY_NUMBER: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const stored = objects(new S3Client(impatient));
const contacts = contactTable(db, env.CONTACTS_TABLE);
const Notice = z.object({
  originationNumber: z.string().min(3).max(20),
  destinationNumber: z.string().max(20),
  messageBody: z.string().max(20_000),
  inboundMessageId: z.string().min(1).max(200),
  previousPublishedMessageId: z.string().max(200).optional(),
});
const use = receiveSms({
  keepEvidence: async (key, body) => ({
    ...{ bucket: 'evidence', key },
    versionId: await stored.write({ bucket: env.EVIDENCE_BUCKET, key }, body, 'application/json'),
  }),
  addContact: contacts.addContact,
  isKnown: async (key) => (await contacts.readKey(key)) !== undefined,
  command: textTable(db, env.CONTACTS_TABLE).command,
  derivedId,
  now,
});

/** The two-way number published a text; its topic feeds this queue with the message as it is. */
export const handler = queue((body) => Notice.parse(body), use);
