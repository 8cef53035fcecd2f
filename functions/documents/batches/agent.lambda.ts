import * as z from 'zod';
import { peopleTable } from '../../agents/people-table.adapter.ts';
import { sessionTable } from '../../agents/session-table.adapter.ts';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../../shared/aws.adapter.ts';
import { newId, now } from '../../shared/clock.adapter.ts';
import { handle, http } from '../../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { batchTable } from './batch-table.adapter.ts';
import { batchPages } from './batch-view.ts';
import * as clerk from './clerk-api.ts';
import { clerkLists } from './clerk-lists.ts';
import { pageTable } from './page-table.adapter.ts';
import { searchTable } from './search-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  UPLOADS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
/** Lists need no file: what gives its address is loaded by the first batch that is opened. */
const stored = lazily(async () => {
  const { objects, s3Client } = await import('../../shared/objects.adapter.ts');
  return objects(s3Client());
});
/** New scans of a page and the end of a machine's wait: few calls, each with a client of its own. */
const files = lazily(async () => {
  const [{ s3Client }, { uploads }, { setTimeout: pause }] = await Promise.all([
    import('../../shared/objects.adapter.ts'),
    import('../../intake/upload.adapter.ts'),
    import('node:timers/promises'),
  ]);
  return uploads(s3Client(), { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET }, pause);
});
const machine = lazily(async () => {
  const [{ SFNClient }, { succeed }] = await Promise.all([
    import('@aws-sdk/client-sfn'),
    import('../../qualification/token.adapter.ts'),
  ]);
  return succeed(new SFNClient(impatient));
});
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedures = async (id: string) => {
  const { procedureTable } = await import('../../procedures/procedure-table.adapter.ts');
  return procedureTable(db, env.PROCEDURES_TABLE).read(id);
};
const contacts = contactTable(db, env.CONTACTS_TABLE);
const known = {
  ...batchTable(db, env.BATCHES_TABLE),
  ...pageTable(db, env.BATCHES_TABLE),
  header: contacts.readHeader,
  imageUrl: async (key: string) => (await stored()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
  now,
};
const batches = batchPages({
  ...known,
  originalUrl: async ({ key, versionId }, name) =>
    (await stored()).url({ bucket: env.EVIDENCE_BUCKET, key, versionId }, name),
  timeZone: async () => (await authority()).timeZone,
});
/** Pages are looked at before anything is done to them. */
const acts = lazily(async () => {
  const { clerkActs, newScan } = await import('./clerk-acts.ts');
  return clerkActs({
    ...known,
    claim: async (uploadId, name, to) => newScan(await (await files()).claimUpload(uploadId, name, to)),
    succeed: async (taskToken) => (await machine())(taskToken, {}),
  });
});
const lists = clerkLists({
  ...known,
  find: searchTable(db, env.BATCHES_TABLE).find,
  inQualification: async (limit) => (await contacts.listByState('waiting', { limit, newest: true })).contacts,
});
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listBatches, batches.list),
  handle(api.readBatch, batches.read),
  handle(api.readProgress, batches.progress),
  handle(clerk.readScanning, lists.scanning),
  handle(clerk.searchBatches, lists.search),
  handle(clerk.readDoubts, async (input, caller) => (await acts()).strip(input, caller)),
  handle(clerk.decidePages, async (input, caller) => (await acts()).decide(input, caller)),
  handle(clerk.undoDeed, async (input, caller) => (await acts()).undo(input, caller)),
  handle(clerk.settleFile, async (input, caller) => (await acts()).settle(input, caller)),
  handle(clerk.startPageUpload, async ({ body }) => (await files()).startUpload(newId(), body)),
  handle(api.separatorSheets, async ({ query }) => {
    const { sheets } = await import('../splitting/separator-sheet.adapter.ts');
    const procedure = query.procedure && (await procedures(query.procedure));
    const known = procedure ? [{ code: procedure.id, title: procedure.title }] : [];
    return sheets({ ...(await authority()), procedures: known }, query);
  }),
);
