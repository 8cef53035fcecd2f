import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { withoutCode } from '../agents/acting.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId, hashTrackingCode, isTrackingCode, newSalt, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http, type Sessions } from '../shared/http.adapter.ts';
import { contestDecision, rateAnswer, reopenOwn, takeFile } from './public-api.ts';
import { rate, reopenByCitizen } from './rate.ts';

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
const answers = lazily(async () =>
  (await import('../letters/answer-code.adapter.ts')).answerCodes(env.PEPPER_SECRET),
);
const signedIn = lazily(async () =>
  (await import('../agents/session-table.adapter.ts')).sessionTable(db, env.SESSIONS_TABLE, async () => null),
);
const sessions: Sessions = {
  agent: async () => null,
  citizen: async (cookies) => (cookies.length > 0 ? (await signedIn()).sessions.citizen(cookies) : null),
};
const { load, append, nextReference } = requestTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const deps = {
  ...{ load, append, authority, now, dayIn, newSalt, derivedId },
  isCode: isTrackingCode,
  isAnswerCode: async (...given: [string, string, string]) => (await answers()).isCode(...given),
  hash: sha256,
};
/** Contesting, and taking a whole file, are seldom asked for: each loads what it needs. */
const procedures = lazily(async () =>
  (await import('../procedures/procedure-table.adapter.ts')).procedureTable(db, env.PROCEDURES_TABLE),
);
const procedure = async (id: string, revision?: number) => (await procedures()).read(id, revision);
const contesting = lazily(async () => {
  const [{ contest }, { contactTable }, { claim, write }] = await Promise.all([
    import('./contest.ts'),
    import('../intake/contact-table.adapter.ts'),
    files(),
  ]);
  const { readKey, readContact: contact, addContact } = contactTable(db, env.CONTACTS_TABLE);
  return contest({
    ...{ ...deps, procedure, nextReference, hashTrackingCode, claim, readKey, contact, addContact },
    async keepEvidence(key, submission) {
      const place = { bucket: env.EVIDENCE_BUCKET, key };
      const versionId = await write(place, JSON.stringify(submission), 'application/json');
      return { bucket: 'evidence', key, versionId };
    },
    trackingCodeOf: (contactId, key) =>
      trackingCode(
        createHash('sha512')
          .update(JSON.stringify(['tracking', contactId, key]))
          .digest(),
      ),
  });
});
const taking = lazily(async () => {
  const [{ takeFile }, { consult }, { receiptPdf }, { codeMaker }, places] = await Promise.all([
    import('./take-file.ts'),
    import('../delivery/consult.ts'),
    import('../letters/receipt-pdf.adapter.ts'),
    import('../letters/code-table.adapter.ts'),
    archives(),
  ]);
  return takeFile({
    ...{ ...deps, ...places, procedure },
    consult: consult({ load, append, authority, now, dayIn }),
    drawReceipt: receiptPdf,
    codeOf: codeMaker(db, env.REQUESTS_TABLE, env.PEPPER_SECRET),
    timeIn: (zone, instant) => `${dayIn(zone, instant)} ${timeIn(zone, instant)}`,
  });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(rateAnswer, rate(deps)),
  handle(reopenOwn, reopenByCitizen(deps)),
  handle(contestDecision, async (input, caller) =>
    withoutCode(
      caller.kind === 'citizen' ? caller.citizen : undefined,
      await (await contesting())(input, caller),
    ),
  ),
  handle(takeFile, async (input, caller) => (await taking())(input, caller)),
);
