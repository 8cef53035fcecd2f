import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { contactTable } from '../intake/contact-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { objects } from '../shared/objects.adapter.ts';
import * as api from './agent-api.ts';
import { batchTable } from './batch-table.adapter.ts';
import { batchPages } from './batch-view.ts';
import { pageTable } from './page-table.adapter.ts';
import { sheets } from './separator-sheet.adapter.ts';

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
const stored = objects(new S3Client(impatient));
const batches = batchPages({
  ...batchTable(db, env.BATCHES_TABLE),
  listPages: pageTable(db, env.BATCHES_TABLE).listPages,
  header: contactTable(db, env.CONTACTS_TABLE).readHeader,
  imageUrl: (key) => stored.url({ bucket: env.DOCUMENTS_BUCKET, key }),
  originalUrl: ({ key, versionId }, name) =>
    stored.url({ bucket: env.EVIDENCE_BUCKET, key, versionId }, name),
  now,
});
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listBatches, batches.list),
  handle(api.readBatch, batches.read),
  handle(api.separatorSheets, async ({ query }) => sheets(await authority(), query)),
);
