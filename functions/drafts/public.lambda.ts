import { createHash, randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { trackingCode } from '../requests/tracking-code.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import * as cosign from './cosign-api.ts';
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
/** Whoever takes a photo signs nothing: what lodges a form is loaded by the first that does. */
const signing = lazily(async () => {
  const [{ cosignatures }, cosigned, { tellWith }, { cosignTable }] = await Promise.all([
    import('./co-sign.ts'),
    import('./cosign.ts'),
    import('./cosign-mail.ts'),
    import('./cosign-table.adapter.ts'),
  ]);
  const [
    { contactTable },
    { senderOf },
    { judgeForm, submitFormWith },
    { procedureTable },
    { requestTable },
  ] = await Promise.all([
    import('../intake/contact-table.adapter.ts'),
    import('../intake/form-contact.ts'),
    import('../intake/submit-form.ts'),
    import('../procedures/procedure-table.adapter.ts'),
    import('../requests/request-table.adapter.ts'),
  ]);
  const [{ noticeMailer }, { authorityReader }, { objects, s3Client }, { uploads }, { draftFiles }] =
    await Promise.all([
      import('../households/notice-mail.adapter.ts'),
      import('../shared/authority.adapter.ts'),
      import('../shared/objects.adapter.ts'),
      import('../intake/upload.adapter.ts'),
      import('./draft-files.adapter.ts'),
    ]);
  const { hashTrackingCode, sha256 } = await import('../requests/secrets.adapter.ts');
  const authority = authorityReader(db, env.SETTINGS_TABLE);
  const procedures = procedureTable(db, env.PROCEDURES_TABLE);
  const contacts = contactTable(db, env.CONTACTS_TABLE);
  const s3 = s3Client();
  const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
  const taking = {
    ...{ authority, newId, now, dayIn, hashTrackingCode, hash: sha256 },
    procedure: procedures.read,
    offered: procedures.offered,
    readKey: contacts.readKey,
    contact: contacts.readContact,
    addContact: contacts.addContact,
    claimUpload: uploads(s3, buckets, pause, { ofDrafts: true }).claimUpload,
    keepEvidence: async (key: string, submission: unknown) => {
      const place = { bucket: env.EVIDENCE_BUCKET, key };
      const versionId = await objects(s3).write(place, JSON.stringify(submission), 'application/json');
      return { bucket: 'evidence' as const, key, versionId };
    },
    nextReference: requestTable(db, env.REQUESTS_TABLE).nextReference,
    trackingCodeOf: (contactId: string, key: string) =>
      trackingCode(
        createHash('sha512')
          .update(JSON.stringify(['tracking', contactId, key]))
          .digest(),
      ),
  };
  const submit = submitFormWith(taking);
  const judge = judgeForm(taking);
  return cosignatures({
    table: cosignTable(db, env.DRAFTS_TABLE),
    judge: async (body) => {
      const { procedure, answers } = await judge(body);
      const second = cosigned.secondSigner(procedure, answers);
      if (!second) throw new Refusal('invalid-answers', [{ field: 'cosign', code: 'missing' }]);
      return { procedure, second, first: senderOf(procedure, answers) };
    },
    procedure: procedures.read,
    lodge: (body, { key, account, signatures }) =>
      submit({ params: undefined, query: undefined, headers: { 'idempotency-key': key }, body }, '', {
        account,
        signatures,
      }),
    keepFile: draftFiles(s3, env.UPLOADS_BUCKET).keep,
    tell: tellWith({ authority, send: noticeMailer(env.CONFIGURATION_SET), publicUrl: env.PUBLIC_URL }),
    hash: sha256,
    newSecret,
    newDigits: () => String(randomInt(1_000_000)).padStart(6, '0'),
    today: async () => dayIn((await authority()).timeZone),
    now,
  });
});
const citizenOf = lazily(async () => {
  const { sessionTable } = await import('../agents/session-table.adapter.ts');
  return sessionTable(db, env.SESSIONS_TABLE, async () => null).sessions.citizen;
});
const sessions = {
  agent: async () => null,
  citizen: async (cookies: readonly string[]) => (cookies.length > 0 ? (await citizenOf())(cookies) : null),
};
const handed = handovers({
  handovers: handoverTable(db, env.DRAFTS_TABLE),
  newCode: () => trackingCode(randomBytes(64)),
  draw: async (text) => (await import('./qr.adapter.ts')).drawCode(text),
  publicUrl: env.PUBLIC_URL,
  now,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(handover.startHandover, handed.start),
  handle(handover.lookAtHandover, handed.look),
  handle(handover.takeHandover, handed.take),
  handle(handover.addHandoverFile, handed.addFile),
  handle(handover.endHandover, handed.end),
  handle(cosign.askCosignature, async (...given) => (await signing()).ask(...given)),
  handle(cosign.readCosignature, async (...given) => (await signing()).read(given[0])),
  handle(cosign.sendCosignCode, async (...given) => (await signing()).sendCode(given[0])),
  handle(cosign.signCosignature, async (...given) => (await signing()).sign(given[0])),
  handle(cosign.refuseCosignature, async (...given) => (await signing()).refuse(given[0])),
  handle(cosign.withdrawCosignature, async (...given) => (await signing()).withdraw(given[0])),
);
