import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { withoutCode } from '../agents/acting.ts';
import { subjectOf } from '../agents/caller.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { callCount } from '../appointments/call-count.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, sha256 } from '../requests/secrets.adapter.ts';
import { trackingCode } from '../requests/tracking-code.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { addressSearch } from './address-search.adapter.ts';
import { followerTable } from './follower-table.adapter.ts';
import * as api from './public-api.ts';
import { reportTable } from './report-table.adapter.ts';
import type { SendDeps } from './send-report.ts';
import * as serve from './serve-public.ts';
import { settingTable } from './setting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  REPORTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  ADDRESS_BASE_URL: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const contacts = contactTable(db, env.CONTACTS_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const reports = reportTable(db, env.REPORTS_TABLE);
const setting = settingTable(db, env.SETTINGS_TABLE).current;
const authority = authorityReader(db, env.SETTINGS_TABLE);
const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
/** The map is looked at far more often than something is reported on it. */
const files = lazily(async () => {
  const [{ objects, s3Client }, { uploads }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('../intake/upload.adapter.ts'),
  ]);
  const s3 = s3Client();
  return { ...objects(s3), ...uploads(s3, buckets, pause) };
});
const submit: SendDeps['submit'] = async (form, lodging, before) => {
  const { submitFormWith } = await import('../intake/submit-form.ts');
  return submitFormWith({
    ...{ authority, hash: sha256, hashTrackingCode, newId, now, dayIn },
    ...{ procedure: procedures.read, offered: procedures.offered },
    ...{ readKey: contacts.readKey, contact: contacts.readContact },
    claimUpload: async (...given) => (await files()).claimUpload(...given),
    keepEvidence: async (key, submission) => {
      const place = { bucket: env.EVIDENCE_BUCKET, key };
      const versionId = await (await files()).write(place, JSON.stringify(submission), 'application/json');
      return { bucket: 'evidence', key, versionId };
    },
    addContact: async (contact, ...rest) => {
      await before(contact);
      return contacts.addContact(contact, ...rest);
    },
    nextReference: requestTable(db, env.REQUESTS_TABLE).nextReference,
    trackingCodeOf: (contactId, key) =>
      trackingCode(
        createHash('sha512')
          .update(JSON.stringify(['tracking', contactId, key]))
          .digest(),
      ),
  })({ ...form, params: undefined, query: undefined }, 'report', lodging);
};
const sending = lazily(async () =>
  (await import('./send-report.ts')).sendWith({
    ...{ setting, submit, newId, prepare: reports.prepare },
    revision: async (id) => (await procedures.offered(id))?.revision ?? null,
  }),
);
const deps: serve.PublicDeps = {
  ...{ setting, reports, now },
  followers: followerTable(db, env.REPORTS_TABLE),
  addresses: async (text) => {
    const { communes } = await authority();
    const found = await search(text);
    return found === null
      ? null
      : found.filter(({ commune }) => communes.some(({ code }) => code === commune)).slice(0, 6);
  },
  commitmentDays: async (id) => (await procedures.offered(id))?.commitmentDays ?? null,
  photoUrl: async (key) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
  sign: lateSigner(env.PEPPER_SECRET, 'report'),
  countCall: callCount(db, env.REPORTS_TABLE),
};
const search = addressSearch(db, env.REPORTS_TABLE, {
  url: env.ADDRESS_BASE_URL,
  centre: async () => (await setting()).centre,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, async () => null).sessions },
  handle(api.readSetting, serve.readSetting(deps)),
  handle(api.listReports, serve.listReports(deps)),
  handle(api.findNear, serve.findNear(deps)),
  handle(api.findAddress, serve.findAddress(deps)),
  handle(api.sendReport, async (input, caller) => {
    await serve.refuseFlood(deps, caller, 'report');
    const citizen = caller.kind === 'citizen' ? caller.citizen : undefined;
    const account = citizen && subjectOf(citizen).account;
    const reply = await (await sending())(input, { account, mandate: citizen?.actingFor?.mandate });
    return withoutCode(citizen, reply);
  }),
  handle(api.followReport, serve.followReport(deps)),
  handle(api.leaveReport, serve.leaveReport(deps)),
);
