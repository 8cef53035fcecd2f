import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import * as instruction from '../instruction/public-api.ts';
import type { ObjectRef } from '../intake/contact.ts';
import type { LetterQr } from '../letters/qr.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http, type Sessions } from '../shared/http.adapter.ts';
import { open, printReceipt, track, write } from './follow.ts';
import type { Whole } from './items.ts';
import { addresses, pieces } from './pieces.adapter.ts';
import { readDocument, receipt, trackRequest, writeMessage } from './public-api.ts';
import { requestTable } from './request-table.adapter.ts';
import { derivedId, isTrackingCode, newSalt, sha256 } from './secrets.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
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
/** Most people come with a code: who is signed in is looked up for those who bring a cookie. */
const signedIn = lazily(async () =>
  (await import('../agents/session-table.adapter.ts')).sessionTable(db, env.SESSIONS_TABLE, async () => null),
);
const sessions: Sessions = {
  agent: async () => null,
  citizen: async (cookies) => (cookies.length > 0 ? (await signedIn()).sessions.citizen(cookies) : null),
};
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedures = lazily(async () =>
  (await import('../procedures/procedure-table.adapter.ts')).procedureTable(db, env.PROCEDURES_TABLE),
);
const helping = lazily(async () =>
  (await import('../mandates/helper-names.adapter.ts')).helperNames(db, env.MANDATES_TABLE),
);
const consulting = lazily(async () =>
  (await import('../delivery/consult.ts')).consult({ load, append, authority, now, dayIn }),
);
const providing = lazily(async () => {
  const { provide, withdrawOwn } = await import('../instruction/provide.ts');
  return { provide: provide(deps), withdraw: withdrawOwn(deps) };
});
const deps = {
  load,
  append,
  authority,
  procedure: async (id: string, revision?: number) => (await procedures()).read(id, revision),
  isCode: isTrackingCode,
  isAnswerCode: async (...given: [string, string, string]) => (await answers()).isCode(...given),
  claim: async (...given: Parameters<ReturnType<typeof pieces>>) => (await files()).claim(...given),
  url: async (object: ObjectRef, name: string) => (await files()).url(object, name),
  consult: async (whole: Whole) => (await consulting())(whole),
  helpers: async (ids: readonly string[]) => (await helping())(ids),
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
  handle(instruction.provideDocuments, async (input, caller) => (await providing()).provide(input, caller)),
  handle(instruction.withdrawOwn, async (input, caller) => (await providing()).withdraw(input, caller)),
  handle(receipt, printReceipt(deps)),
);
