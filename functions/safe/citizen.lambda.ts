import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { addDays } from '../deadlines/day.ts';
import { householdTable } from '../households/household-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, epochSeconds, newId, newSecret, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { archiveTable } from './archive-table.adapter.ts';
import * as needed from './needed-api.ts';
import { openSafe } from './open-safe.ts';
import * as api from './safe-api.ts';
import { binDays } from './safe-document.ts';
import { safeTable } from './safe-table.adapter.ts';
import { seasonalProcedures } from './seasonal.ts';
import * as shares from './share-api.ts';
import { wishTable } from './wish-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  HOUSEHOLDS_TABLE: z.string(),
  SAFE_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedures = procedureTable(db, env.PROCEDURES_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const table = safeTable(db, env.SAFE_TABLE);
/** Lists need no file: the client of S3 comes with the first call that does. */
const files = lazily(async () => {
  const [{ objects, s3Client }, { uploads }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('../intake/upload.adapter.ts'),
  ]);
  const s3 = s3Client();
  // What is claimed goes to the safe of its owner, under `safe/` of the documents.
  const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.DOCUMENTS_BUCKET };
  return { ...objects(s3), ...uploads(s3, buckets, pause) };
});
const buckets = { documents: env.DOCUMENTS_BUCKET, evidence: env.EVIDENCE_BUCKET };
const placeOf = (one: { bucket: 'documents' | 'evidence'; objectKey: string }) => ({
  bucket: buckets[one.bucket],
  key: one.objectKey,
});
const today = async () => dayIn((await authority()).timeZone);
const safe = openSafe({
  ...table,
  ...{ now, today, random: randomUUID, newId },
  members: async (id) => (await householdTable(db, env.HOUSEHOLDS_TABLE).of(id)).members,
  wishes: wishTable(db, env.SAFE_TABLE),
  procedure: procedures.read,
  seasonal: seasonalProcedures({ ...procedures, clock: () => Date.now() }),
  async startUpload(...given) {
    return (await files()).startUpload(...given);
  },
  async claimUpload(...given) {
    return (await files()).claimUpload(...given);
  },
  async removeObject(key) {
    await (await files()).remove({ bucket: env.DOCUMENTS_BUCKET, key });
  },
  async copyToUploads(document, uploadId) {
    const to = { bucket: env.UPLOADS_BUCKET, key: `uploads/${uploadId}` };
    return (await (await files()).copy(placeOf(document), to)) !== null;
  },
  async url(document, name) {
    const { url, malwareScan } = await files();
    // A file joined by an agent may not have been looked at yet.
    const isHeld =
      document.bucket === 'evidence' && (await malwareScan(placeOf(document))) !== 'NO_THREATS_FOUND';
    if (isHeld) throw new Refusal('not-allowed-in-state');
    return url(placeOf(document), name);
  },
  emptiedOn: (day) => addDays(day, binDays),
  archives: archiveTable(db, env.SAFE_TABLE),
  epochSeconds,
  // Its arrival starts the work, as that of any object does.
  async ask(key) {
    await (await files()).write({ bucket: env.DOCUMENTS_BUCKET, key }, '', 'text/plain');
  },
  archiveUrl: async (key, name) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }, name),
});
/** Few calls share: what does comes with the first of them. */
const links = lazily(async () => {
  const [{ sharing }, { shareTable, hashOfSecret }] = await Promise.all([
    import('./share.ts'),
    import('./share-table.adapter.ts'),
  ]);
  return sharing({
    ...shareTable(db, env.SAFE_TABLE),
    ...{ find: table.find, newSecret, newId, now, hash: hashOfSecret },
  });
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.startSafeUpload, ({ body }, caller) => safe.start(caller, body)),
  handle(shares.shareDocuments, async ({ body }, caller) => (await links()).share(safe.whose(caller), body)),
  handle(shares.listShares, async (_, caller) => (await links()).list(safe.whose(caller))),
  handle(shares.endShare, async ({ params }, caller) => {
    await (await links()).end(safe.whose(caller), params.id);
    return undefined;
  }),
  handle(shares.askArchive, (_, caller) => safe.askArchive(caller)),
  handle(shares.readArchive, (_, caller) => safe.readArchive(caller)),
  handle(needed.readNeeded, ({ params, query }, caller) =>
    safe.needed(caller, params.procedure, query.member),
  ),
  handle(needed.readWarnings, (_, caller) => safe.warnings(caller)),
  handle(needed.chooseWarnings, ({ body }, caller) => safe.chooseWarnings(caller, body.byMail)),
  handle(api.listSafe, ({ query }, caller) => safe.list(caller, query)),
  handle(api.keepInSafe, ({ body }, caller) => safe.keep(caller, body)),
  handle(api.readSafeDocument, ({ params }, caller) => safe.read(caller, params.id)),
  handle(api.correctSafeDocument, ({ params, body }, caller) => safe.correct(caller, params.id, body)),
  handle(api.useSafeDocument, ({ params }, caller) => safe.use(caller, params.id)),
  handle(api.readSafeContent, ({ params, query }, caller) => safe.content(caller, params.id, query.how)),
  handle(api.binSafeDocument, ({ params, query }, caller) => safe.remove(caller, params.id, query.for)),
  handle(api.restoreSafeDocument, ({ params }, caller) => safe.restore(caller, params.id)),
);
