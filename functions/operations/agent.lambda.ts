import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import type { HandOver, Message } from './dead-letter.ts';
import { deadLetters } from './dead-letters.ts';
import { operationsTable } from './operations-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
/** Fetched with the first call that is allowed to look. */
const queues = lazily(async () => (await import('./dead-letter-queues.adapter.ts')).deadLetterQueues());
const giver = lazily(async () => (await import('./hand-over.adapter.ts')).handOverTo());
const use = deadLetters({
  ...operationsTable(db, env.SETTINGS_TABLE),
  waiting: async (url) => (await queues()).waiting(url),
  take: async (url) => (await queues()).take(url),
  putBack: async (url, messages) => (await queues()).putBack(url, messages),
  remove: async (url: string, message: Message) => (await queues()).remove(url, message),
  deliver: async (what: HandOver) => (await giver())(what),
  now,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listDeadLetters, use.list),
  handle(api.readDeadLetters, use.read),
  handle(api.replayDeadLetters, use.replay),
  handle(api.discardDeadLetters, use.discard),
);
