import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { newId } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { startAgentUpload } from './agent-api.ts';

const Env = z.object({
  SESSIONS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  UPLOADS_BUCKET: z.string(),
  EVIDENCE_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const buckets = { uploads: env.UPLOADS_BUCKET, evidence: env.EVIDENCE_BUCKET };
/** Whoever may not upload waits for the session alone. */
const files = lazily(async () => {
  const [{ s3Client }, { uploads }] = await Promise.all([
    import('../shared/objects.adapter.ts'),
    import('./upload.adapter.ts'),
  ]);
  return uploads(s3Client(), buckets, pause);
});
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(startAgentUpload, async ({ body }) => (await files()).startUpload(newId(), body)),
);
