import * as z from 'zod';
import { peopleTable } from '../../agents/people-table.adapter.ts';
import { sessionTable } from '../../agents/session-table.adapter.ts';
import { contactTable } from '../../intake/contact-table.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient, lazily } from '../../shared/aws.adapter.ts';
import { now } from '../../shared/clock.adapter.ts';
import { handle, http } from '../../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { batchTable } from './batch-table.adapter.ts';
import { batchPages } from './batch-view.ts';
import { pageTable } from './page-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  BATCHES_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
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
const batches = batchPages({
  ...batchTable(db, env.BATCHES_TABLE),
  listPages: pageTable(db, env.BATCHES_TABLE).listPages,
  header: contactTable(db, env.CONTACTS_TABLE).readHeader,
  imageUrl: async (key) => (await stored()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
  originalUrl: async ({ key, versionId }, name) =>
    (await stored()).url({ bucket: env.EVIDENCE_BUCKET, key, versionId }, name),
  now,
});
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listBatches, batches.list),
  handle(api.readBatch, batches.read),
  handle(api.separatorSheets, async ({ query }) => {
    const { sheets } = await import('../splitting/separator-sheet.adapter.ts');
    return sheets(await authority(), query);
  }),
);
