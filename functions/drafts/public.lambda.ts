import { createHash, randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { senderOf } from '../intake/form-contact.ts';
import { judgeForm, submitFormWith } from '../intake/submit-form.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { cosignatures } from './co-sign.ts';
import { type Pending, secondSigner } from './cosign.ts';
import * as cosign from './cosign-api.ts';
import { tellWith } from './cosign-mail.ts';
import { cosignTable } from './cosign-table.adapter.ts';
import { handovers } from './hand-over.ts';
import * as handover from './handover-api.ts';
import { handoverTable } from './handover-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  DRAFTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const contacts = contactTable(db, env.CONTACTS_TABLE);
const files = lazily(async () => {
  const [{ objects, s3Client }, { uploads }, { draftFiles }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('../intake/upload.adapter.ts'),
    import('./draft-files.adapter.ts'),
  ]);
  const s3 = s3Client();
  const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
  return {
    ...objects(s3),
    ...uploads(s3, buckets, pause, { ofDrafts: true }),
    ...draftFiles(s3, env.UPLOADS_BUCKET),
  };
});
const mailer = lazily(async () =>
  (await import('../households/notice-mail.adapter.ts')).noticeMailer(env.CONFIGURATION_SET),
);
const drawn = (...parts: string[]) =>
  trackingCode(createHash('sha512').update(JSON.stringify(parts)).digest());
const submitDeps = {
  authority,
  procedure: procedures.read,
  offered: procedures.offered,
  readKey: contacts.readKey,
  contact: contacts.readContact,
  claimUpload: async (...given: [string, string, string]) => (await files()).claimUpload(...given),
  keepEvidence: async (key: string, submission: unknown) => {
    const place = { bucket: env.EVIDENCE_BUCKET, key };
    const versionId = await (await files()).write(place, JSON.stringify(submission), 'application/json');
    return { bucket: 'evidence' as const, key, versionId };
  },
  addContact: contacts.addContact,
  nextReference: requestTable(db, env.REQUESTS_TABLE).nextReference,
  trackingCodeOf: (contactId: string, key: string) => drawn('tracking', contactId, key),
  hashTrackingCode,
  hash: sha256,
  newId,
  now,
  dayIn,
};
const submit = submitFormWith(submitDeps);
const judge = judgeForm(submitDeps);
const signed = cosignatures({
  table: cosignTable(db, env.DRAFTS_TABLE),
  judge: async (body: Pending) => {
    const { procedure, answers } = await judge(body);
    const second = secondSigner(procedure, answers);
    if (!second) throw new Refusal('invalid-answers', [{ field: 'cosign', code: 'missing' }]);
    return { procedure, second, first: senderOf(procedure, answers) };
  },
  procedure: procedures.read,
  lodge: (body, { key, account, signatures }) =>
    submit({ params: undefined, query: undefined, headers: { 'idempotency-key': key }, body }, '', {
      account,
      signatures,
    }),
  keepFile: async (id) => (await files()).keep(id),
  tell: tellWith({ authority, send: async (mail) => (await mailer())(mail), publicUrl: env.PUBLIC_URL }),
  hash: sha256,
  newSecret,
  newDigits: () => String(randomInt(1_000_000)).padStart(6, '0'),
  today: async () => dayIn((await authority()).timeZone),
  now,
});
const handed = handovers({
  handovers: handoverTable(db, env.DRAFTS_TABLE),
  newCode: () => trackingCode(randomBytes(64)),
  draw: async (text) => (await import('./qr.adapter.ts')).drawCode(text),
  publicUrl: env.PUBLIC_URL,
  now,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, async () => null).sessions },
  handle(handover.startHandover, handed.start),
  handle(handover.lookAtHandover, handed.look),
  handle(handover.takeHandover, handed.take),
  handle(handover.addHandoverFile, handed.addFile),
  handle(handover.endHandover, handed.end),
  handle(cosign.askCosignature, signed.ask),
  handle(cosign.readCosignature, signed.read),
  handle(cosign.sendCosignCode, signed.sendCode),
  handle(cosign.signCosignature, signed.sign),
  handle(cosign.refuseCosignature, signed.refuse),
  handle(cosign.withdrawCosignature, signed.withdraw),
);
