import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { derivedId } from '../documents/derived-id.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, log, queue } from '../shared/aws.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { contactTable } from './contact-table.adapter.ts';
import { mailIdTable } from './mail-id-table.adapter.ts';
import { readHead, readMail } from './mail-message.adapter.ts';
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
const { addContact } = contactTable(db, env.CONTACTS_TABLE);
const taken = mailIdTable(db, env.CONTACTS_TABLE);
const deps = {
  ...taken,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  readRaw: (key: string) => stored.read({ bucket: env.EVIDENCE_BUCKET, key }),
  sniff,
  keepEvidence: (key: string, bytes: Uint8Array, contentType: string) =>
    keep('evidence', key, bytes, contentType),
  keepHtml: (id: string, html: string) =>
    keep('documents', `mails/${id}.html`, html, 'text/plain; charset=utf-8'),
  /** Also noted by the object it came as, so that a repeat, which makes no contact, is accounted for. */
  async addContact(...given: Parameters<typeof addContact>) {
    const [contact] = given;
    const added = await addContact(...given);
    await taken.noteTaken(contact.evidence[0]?.key ?? '', contact.id);
    return added;
  },
  noteRepeat: (contactId: string, messageId: string) =>
    log('info', 'mail-repeated', { contactId, mail: messageId }),
  derivedId,
};

const parse = (body: unknown) => Notice.parse(body);
const read = queue(parse, receiveMail({ ...deps, readMail }));
/** A mail that ended the function again and again is registered by its headers: a person reads the rest. */
const register = queue(parse, receiveMail({ ...deps, readMail: readHead }));
const mostTries = 6;
type Batch = Parameters<typeof read>[0] & {
  Records: { attributes?: { ApproximateReceiveCount?: string } }[];
};

/** SES received a mail, kept it under `mail/` of the evidence, and told the topic that feeds this queue. */
export const handler = (batch: Batch) =>
  Number(batch.Records[0]?.attributes?.ApproximateReceiveCount ?? 1) > mostTries
    ? register(batch)
    : read(batch);
