import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { consult } from '../delivery/consult.ts';
import { provide, withdrawOwn } from '../instruction/provide.ts';
import * as instruction from '../instruction/public-api.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { LetterQr } from '../letters/qr.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { open, printReceipt, track, write } from './follow.ts';
import { addresses, pieces } from './pieces.adapter.ts';
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
  PEPPER_SECRET: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const buckets = {
  uploads: env.UPLOADS_BUCKET,
  evidence: env.EVIDENCE_BUCKET,
  documents: env.DOCUMENTS_BUCKET,
};
/** Files matter to some calls only: their code is loaded by the first that needs it. */
const files = lazily(async () => {
  const [{ uploads }, { objects, s3Client }] = await Promise.all([
    import('../intake/upload.adapter.ts'),
    import('../shared/objects.adapter.ts'),
  ]);
  const s3 = s3Client();
  return { url: addresses(objects(s3), buckets), claim: pieces(uploads(s3, buckets, pause).claimUpload) };
});
const codes = lazily(async () =>
  (await import('../letters/code-table.adapter.ts')).codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
);
const answers = lazily(async () =>
  (await import('../letters/answer-code.adapter.ts')).answerCodes(env.PEPPER_SECRET),
);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const deps = {
  load,
  append,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  isCode: isTrackingCode,
  isAnswerCode: async (...given: [string, string, string]) => (await answers()).isCode(...given),
  claim: async (...given: Parameters<ReturnType<typeof pieces>>) => (await files()).claim(...given),
  url: async (object: ObjectRef, name: string) => (await files()).url(object, name),
  consult: consult({ load, append, authority: authorityReader(db, env.SETTINGS_TABLE), now, dayIn }),
  drawReceipt: async (given: ReceiptGiven) =>
    (await import('../letters/receipt-pdf.adapter.ts')).receiptPdf(given),
  codeOf: async (thing: LetterQr) => (await codes())(thing),
  derivedId,
  newSalt,
  now,
  dayIn,
  hash: sha256,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(trackRequest, track(deps)),
  handle(writeMessage, write(deps)),
  handle(readDocument, open(deps)),
  handle(instruction.provideDocuments, provide(deps)),
  handle(instruction.withdrawOwn, withdrawOwn(deps)),
  handle(receipt, printReceipt(deps)),
);
