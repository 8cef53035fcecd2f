import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { withoutCode } from '../agents/acting.ts';
import { subjectOf } from '../agents/caller.ts';
import { callCount } from '../appointments/call-count.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { hashTrackingCode, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { contactTable } from './contact-table.adapter.ts';
import { floodWindow, refuseFlood } from './flood.ts';
import { startUpload, submitForm } from './public-api.ts';
import type { SubmitDeps } from './submit-form.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  DRAFTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
/** Most who send a form have no account: what reads one is loaded by the first that has. */
const citizenOf = lazily(async () => {
  const { sessionTable } = await import('../agents/session-table.adapter.ts');
  return sessionTable(db, env.SESSIONS_TABLE, async () => null).sessions.citizen;
});
const sessions = {
  agent: async () => null,
  citizen: async (cookies: readonly string[]) => (cookies.length > 0 ? (await citizenOf())(cookies) : null),
};
/** A form that is refused takes no number. */
const requests = lazily(async () =>
  (await import('../requests/request-table.adapter.ts')).requestTable(db, env.REQUESTS_TABLE),
);
const drafts = lazily(async () =>
  (await import('../drafts/draft-table.adapter.ts')).draftTable(db, env.DRAFTS_TABLE),
);
const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
/** A form that is refused needs no file, and an accepted one only after its tables have answered. */
const files = lazily(async () => {
  const [{ objects, s3Client }, { uploads }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('./upload.adapter.ts'),
  ]);
  const s3 = s3Client();
  return { ...objects(s3), ...uploads(s3, buckets, pause, { ofDrafts: true }) };
});
const counted = callCount(db, env.SESSIONS_TABLE, floodWindow);
const flood = refuseFlood({ count: (address) => counted(address, 'flood'), epochSeconds });
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
/** The form engine: asking for the place of a file needs none of it. */
const submit = lazily(async () => (await import('./submit-form.ts')).submitFormWith(deps));
const deps: SubmitDeps = {
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedures.read,
  offered: procedures.offered,
  readKey: contacts.readKey,
  contact: contacts.readContact,
  claimUpload: async (...given) => (await files()).claimUpload(...given),
  keepEvidence: async (key, submission) => {
    const place = { bucket: env.EVIDENCE_BUCKET, key };
    const { write } = await files();
    const versionId = await write(place, JSON.stringify(submission), 'application/json');
    return { bucket: 'evidence', key, versionId };
  },
  addContact: contacts.addContact,
  nextReference: async (...given) => (await requests()).nextReference(...given),
  trackingCodeOf: (contactId, key) =>
    trackingCode(
      createHash('sha512')
        .update(JSON.stringify(['tracking', contactId, key]))
        .digest(),
    ),
  hashTrackingCode,
  hash: sha256,
  newId,
  now,
  dayIn,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(startUpload, async ({ body }, { address }) => {
    await flood(`file#${address}`);
    return (await files()).startUpload(newId(), body);
  }),
  handle(submitForm, async (input, caller) => {
    await flood(`form#${caller.address}`);
    const citizen = caller.kind === 'citizen' ? caller.citizen : undefined;
    const account = citizen && subjectOf(citizen).account;
    // A session may end between two tries of one sending: the key alone says that they are the same.
    const reply = await (await submit())(input, '', { account, mandate: citizen?.actingFor?.mandate });
    const { reference, receivedAt: at } = reply;
    if (account)
      await (await drafts()).markSent(account, input.body.procedure, input.headers['idempotency-key'], {
        reference,
        at,
      });
    return withoutCode(citizen, reply);
  }),
);
