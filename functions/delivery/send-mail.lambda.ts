import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { ObjectRef } from '../intake/contact.ts';
import { answerCodeMaker } from '../letters/answer-code.adapter.ts';
import { codeMaker } from '../letters/code-table.adapter.ts';
import { pepperSigner } from '../letters/pepper-key.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { automaticTable } from './automatic-table.adapter.ts';
import { lease } from './lease.adapter.ts';
import { mailer } from './mail.adapter.ts';
import { sendMail } from './send-mail.ts';
import { isSuppressed } from './suppression.ts';
import { suppressionTable } from './suppression-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  CONFIGURATION_SET: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const { AWS_REGION } = z.object({ AWS_REGION: z.string() }).parse(process.env);
const db = documentClient();
const messages = messageTable(db, env.REQUESTS_TABLE);
/** Most mails carry no file: the code that reads one is loaded by the first that does. */
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const buckets = { evidence: env.EVIDENCE_BUCKET, documents: env.DOCUMENTS_BUCKET };
const placed = ({ bucket, key, versionId }: ObjectRef) => ({
  ...{ bucket: buckets[bucket], key },
  versionId: versionId || undefined,
});
const requests = requestTable(db, env.REQUESTS_TABLE);
const suppressions = suppressionTable(db, env.REQUESTS_TABLE);
const Input = z.object({ reference: z.string(), messageId: z.string() });
const use = sendMail({
  messages,
  requests,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  bytes: async (file: ObjectRef) => (await files()).read(placed(file)),
  scan: async (file: ObjectRef) => (await files()).malwareScan(placed(file)),
  department: async (reference) => (await requests.snapshot(reference)).request.department,
  send: mailer(new SESv2Client(impatient), env.CONFIGURATION_SET, AWS_REGION),
  lease,
  replySign: pepperSigner(new SecretsManagerClient(impatient), env.PEPPER_SECRET, 'reply-address'),
  codeOf: codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
  answerCode: answerCodeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
  awaiting: async (reference) => (await requests.snapshot(reference)).request.awaited?.askId ?? null,
  conversation: messages.conversation,
  isSuppressed: async (address) => isSuppressed(await suppressions.find(address)),
  countMail: automaticTable(db, env.REQUESTS_TABLE).countMail,
  dayIn,
  publicUrl: env.PUBLIC_URL,
});

/** Task of deliver-message: `{reference, messageId}` gives `{outcome}`; throws `MessageHeld` while another sends and `AttachmentPending` while a file was not looked at. */
export const handler = (input: unknown) => use(Input.parse(input));
