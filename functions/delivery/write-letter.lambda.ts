import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { letterPdf } from '../letters/letter-pdf.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { deliveryFiles } from './files.adapter.ts';
import { lease } from './lease.adapter.ts';
import { writeLetter } from './write-letter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const files = deliveryFiles(new S3Client(impatient), {
  evidence: env.EVIDENCE_BUCKET,
  documents: env.DOCUMENTS_BUCKET,
});
const Input = z.object({ reference: z.string(), messageId: z.string() });
const use = writeLetter({
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  authority: authorityReader(db, env.SETTINGS_TABLE),
  draw: letterPdf,
  write: files.writeLetter,
  dayIn,
  lease,
});

/** Task of deliver-message: `{reference, messageId}` gives `{outcome: "done"}` once the letter waits for the printer. */
export const handler = (input: unknown) => use(Input.parse(input));
