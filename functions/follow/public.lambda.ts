import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { consult } from '../delivery/consult.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import type { LetterQr } from '../letters/qr.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId, hashTrackingCode, isTrackingCode, newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { contest } from './contest.ts';
import { contestDecision, rateAnswer, reopenOwn, takeFile as takeFileOperation } from './public-api.ts';
import { rate, reopenByCitizen } from './rate.ts';
import { takeFile } from './take-file.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  PEPPER_SECRET: z.string(),
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
  const [{ uploads }, { objects, s3Client }, { pieces }] = await Promise.all([
    import('../intake/upload.adapter.ts'),
    import('../shared/objects.adapter.ts'),
    import('../requests/pieces.adapter.ts'),
  ]);
  const s3 = s3Client();
  return { ...objects(s3), claim: pieces(uploads(s3, buckets, pause).claimUpload) };
});
const archives = lazily(async () => {
  const [{ filePlace, crc }, { largeObject }, { s3Client }] = await Promise.all([
    import('./file-place.adapter.ts'),
    import('../documents/filing/large-object.adapter.ts'),
    import('../shared/objects.adapter.ts'),
  ]);
  const s3 = s3Client();
  const large = (place: Parameters<typeof largeObject>[1], type: string) => largeObject(s3, place, type);
  return { ...filePlace(s3, { buckets, large, newId }), crc };
});
const codes = lazily(async () =>
  (await import('../letters/code-table.adapter.ts')).codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
);
const answers = lazily(async () =>
  (await import('../letters/answer-code.adapter.ts')).answerCodes(env.PEPPER_SECRET),
);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const { load, append, nextReference } = requestTable(db, env.REQUESTS_TABLE);
const contacts = contactTable(db, env.CONTACTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const deps = {
  ...{ load, append, nextReference, authority, now, dayIn, timeIn, newSalt, derivedId, hashTrackingCode },
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  isCode: isTrackingCode,
  isAnswerCode: async (...given: [string, string, string]) => (await answers()).isCode(...given),
  hash: sha256,
  claim: async (...given: Parameters<Awaited<ReturnType<typeof files>>['claim']>) =>
    (await files()).claim(...given),
  readKey: contacts.readKey,
  contact: contacts.readContact,
  addContact: contacts.addContact,
  async keepEvidence(key: string, submission: unknown): Promise<ObjectRef> {
    const { write } = await files();
    const place = { bucket: env.EVIDENCE_BUCKET, key };
    const versionId = await write(place, JSON.stringify(submission), 'application/json');
    return { bucket: 'evidence', key, versionId };
  },
  trackingCodeOf: (contactId: string, key: string) =>
    trackingCode(
      createHash('sha512')
        .update(JSON.stringify(['tracking', contactId, key]))
        .digest(),
    ),
  consult: consult({ load, append, authority, now, dayIn }),
  drawReceipt: async (given: ReceiptGiven) =>
    (await import('../letters/receipt-pdf.adapter.ts')).receiptPdf(given),
  codeOf: async (thing: LetterQr) => (await codes())(thing),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(rateAnswer, rate(deps)),
  handle(reopenOwn, reopenByCitizen(deps)),
  handle(contestDecision, contest(deps)),
  handle(takeFileOperation, async (input, caller) =>
    takeFile({
      ...deps,
      ...(await archives()),
      timeIn: (zone, instant) => `${dayIn(zone, instant)} ${timeIn(zone, instant)}`,
    })(input, caller),
  ),
);
