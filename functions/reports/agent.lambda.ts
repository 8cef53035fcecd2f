import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import type { ObjectRef } from '../intake/contact.ts';
import { withoutMetadata } from '../intake/picture-metadata.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { reportTable } from './report-table.adapter.ts';
import { publishPhoto, readReport } from './serve-agent.ts';
import { settingTable } from './setting-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REPORTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  EVIDENCE_BUCKET: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const deps = {
  reports: reportTable(db, env.REPORTS_TABLE),
  load: requestTable(db, env.REQUESTS_TABLE).load,
  setting: settingTable(db, env.SETTINGS_TABLE).current,
  publish: async (object: ObjectRef, key: string, contentType: string) => {
    const { read, write } = await files();
    const bytes = withoutMetadata(await read({ ...object, bucket: env.EVIDENCE_BUCKET }));
    await write({ bucket: env.DOCUMENTS_BUCKET, key }, bytes, contentType);
  },
  withdraw: async (key: string) => (await files()).remove({ bucket: env.DOCUMENTS_BUCKET, key }),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readReport, readReport(deps)),
  handle(api.publishPhoto, publishPhoto(deps)),
);
