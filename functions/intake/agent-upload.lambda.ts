import { setTimeout as pause } from 'node:timers/promises';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { newId } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { startAgentUpload } from './agent-api.ts';
import { uploads } from './upload.adapter.ts';

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
const files = uploads(new S3Client(impatient), buckets, pause);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(startAgentUpload, ({ body }) => files.startUpload(newId(), body)),
);
