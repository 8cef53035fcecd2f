import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { sniff } from '../../intake/sniff.adapter.ts';
import { documentClient, impatient, lazily } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { busEvents } from '../../shared/events.ts';
import { objects } from '../../shared/objects.adapter.ts';
import { prepareAttachment } from './prepare-attachments.adapter.ts';
import { readAttachment } from './read-attachment.adapter.ts';
import { releaseHeld } from './release-held.ts';

const Env = z.object({
  CONTACTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const contacts = contactTable(documentClient(), env.CONTACTS_TABLE);
const deps = {
  objects: objects(new S3Client(impatient)),
  evidenceBucket: env.EVIDENCE_BUCKET,
  documentsBucket: env.DOCUMENTS_BUCKET,
  sniff,
  /** Few contacts bring a picture of a text: the reader comes with the first of them. */
  engine: lazily(async () => (await import('../reading/engine.adapter.ts')).openEngine({ workers: 1 })),
};
const Event = z.object({ detail: busEvents['contact-received'] });
const use = releaseHeld({
  contact: contacts.readContact,
  header: contacts.readHeader,
  update: contacts.updateContact,
  savePages: contacts.savePages,
  prepare: (contactId, document) => prepareAttachment(contactId, document, deps),
  read: (contactId, document) => readAttachment(contactId, document, deps),
  now,
});

/** Bus event `contact-received`, beside qualification, which does not wait for it. */
export const handler = (event: unknown) => use(Event.parse(event).detail.contactId);
