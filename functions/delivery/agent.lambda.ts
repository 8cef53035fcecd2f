import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { listLetters, markPrinted } from './agent-api.ts';
import { list, print } from './letters.ts';

const Env = z.object({
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const deps = {
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  url: async ({ key }: { key: string }) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(listLetters, list(deps)),
  handle(markPrinted, print(deps)),
);
