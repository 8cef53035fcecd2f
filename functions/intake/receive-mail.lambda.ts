import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { derivedId } from '../documents/derived-id.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { contactTable } from './contact-table.adapter.ts';
import { readMail } from './mail-message.adapter.ts';
import { receiveMail } from './receive-mail.ts';
import { sniff } from './sniff.adapter.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), CONTACTS_TABLE: z.string(), EVIDENCE_BUCKET: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const stored = objects(new S3Client(impatient));
const bucket = env.EVIDENCE_BUCKET;
const verdict = z.object({ status: z.string() });
const Event = z.object({
  Records: z.array(
    z.object({
      ses: z.object({
        mail: z.object({ messageId: z.string(), timestamp: z.string(), source: z.string() }),
        receipt: z.object({ spamVerdict: verdict, virusVerdict: verdict }),
      }),
    }),
  ),
});
const use = receiveMail({
  authority: authorityReader(db, env.SETTINGS_TABLE),
  readRaw: (key) => stored.read({ bucket, key }),
  readMail,
  sniff,
  keepEvidence: async (key, bytes, contentType) => ({
    bucket: 'evidence',
    key,
    versionId: await stored.write({ bucket, key }, bytes, contentType),
  }),
  addContact: contactTable(db, env.CONTACTS_TABLE).addContact,
  derivedId,
});

/** SES received a mail and kept it under `mail/` of the evidence. */
export const handler = async (event: unknown): Promise<void> => {
  for (const { ses } of Event.parse(event).Records) await use(ses);
};
