import { setTimeout as pause } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { uploads } from '../intake/upload.adapter.ts';
import { receiptPdf } from '../letters/receipt-pdf.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import { open, printReceipt, track, write } from './follow.ts';
import { pieces } from './pieces.adapter.ts';
import { readDocument, receipt, trackRequest, writeMessage } from './public-api.ts';
import { requestTable } from './request-table.adapter.ts';
import { derivedId, isTrackingCode, newSalt, sha256 } from './secrets.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const s3 = new S3Client(impatient);
const buckets = {
  uploads: env.UPLOADS_BUCKET,
  evidence: env.EVIDENCE_BUCKET,
  documents: env.DOCUMENTS_BUCKET,
};
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const { url } = objects(s3);
const deps = {
  load,
  append,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  isCode: isTrackingCode,
  claim: pieces(uploads(s3, buckets, pause).claimUpload),
  url: ({ bucket, ...place }: { bucket: 'evidence' | 'documents'; key: string }, name: string) =>
    url({ ...place, bucket: buckets[bucket] }, name),
  drawReceipt: receiptPdf,
  derivedId,
  newSalt,
  now,
  dayIn,
  hash: sha256,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(trackRequest, track(deps)),
  handle(writeMessage, write(deps)),
  handle(readDocument, open(deps)),
  handle(receipt, printReceipt(deps)),
);
