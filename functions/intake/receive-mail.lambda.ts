import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { derivedId } from '../documents/derived-id.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, queue } from '../shared/aws.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { contactTable } from './contact-table.adapter.ts';
import { mailIdTable } from './mail-id-table.adapter.ts';
import { readMail } from './mail-message.adapter.ts';
import { receiveMail } from './receive-mail.ts';
import { sniff } from './sniff.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const stored = objects(new S3Client(impatient));
const verdict = z.object({ status: z.string() });
const Notice = z.object({
  mail: z.object({ messageId: z.string(), timestamp: z.string(), source: z.string() }),
  receipt: z.object({
    recipients: z.array(z.string()),
    ...{ spamVerdict: verdict, virusVerdict: verdict },
    ...{ spfVerdict: verdict, dkimVerdict: verdict, dmarcVerdict: verdict },
  }),
});
const keep = async (
  bucket: 'evidence' | 'documents',
  key: string,
  body: Uint8Array | string,
  contentType: string,
) => {
  const name = bucket === 'evidence' ? env.EVIDENCE_BUCKET : env.DOCUMENTS_BUCKET;
  return { bucket, key, versionId: await stored.write({ bucket: name, key }, body, contentType) };
};
const use = receiveMail({
  ...mailIdTable(db, env.CONTACTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  readRaw: (key) => stored.read({ bucket: env.EVIDENCE_BUCKET, key }),
  readMail,
  sniff,
  keepEvidence: (key, bytes, contentType) => keep('evidence', key, bytes, contentType),
  keepHtml: (id, html) => keep('documents', `mails/${id}.html`, html, 'text/plain; charset=utf-8'),
  addContact: contactTable(db, env.CONTACTS_TABLE).addContact,
  derivedId,
});

/** SES received a mail, kept it under `mail/` of the evidence, and told the topic that feeds this queue. */
export const handler = queue((body) => Notice.parse(body), use);
