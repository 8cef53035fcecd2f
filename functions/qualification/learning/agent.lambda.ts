import * as z from 'zod';
import { peopleTable } from '../../agents/people-table.adapter.ts';
import { sessionTable } from '../../agents/session-table.adapter.ts';
import { requestTable } from '../../requests/request-table.adapter.ts';
import { derivedId, newSalt, sha256 } from '../../requests/secrets.adapter.ts';
import { authorityReader } from '../../shared/authority.adapter.ts';
import { documentClient, lazily } from '../../shared/aws.adapter.ts';
import { dayIn, now } from '../../shared/clock.adapter.ts';
import { handle, http } from '../../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { inUseItem } from './in-use-item.adapter.ts';
import { learning } from './learning.ts';
import { learningTable } from './learning-table.adapter.ts';
import { versionTable } from './version-table.adapter.ts';
import { weekOf } from './week.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  LEARNING_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
  MACHINE_ARN: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { append, snapshot } = requestTable(db, env.REQUESTS_TABLE);
const inUse = inUseItem(db, env.SETTINGS_TABLE);
const table = learningTable(db, env.LEARNING_TABLE, async (instant) =>
  weekOf(dayIn((await authority()).timeZone, instant)),
);
/** Hardly anybody learns at once: the client of the machines comes with who does. */
const starter = lazily(async () => (await import('./start.adapter.ts')).startLearning(env.MACHINE_ARN));
/** Nor does anybody ask for a model as long as the shipped one serves. */
const isStored = lazily(async () => (await import('./stored.adapter.ts')).isStored(env.DOCUMENTS_BUCKET));
const use = learning({
  ...{ append, snapshot, authority, derivedId, newSalt, now, dayIn },
  ...versionTable(db, env.LEARNING_TABLE),
  ...{ weeks: table.weeks, arbitrations: table.arbitrations },
  inUse: inUse.read,
  choose: inUse.write,
  start: async (name) => (await starter())(name),
  hash: sha256,
  isThere: async (key) => (await isStored())(key),
});
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readLearning, use.read),
  handle(api.learnNow, use.learnNow),
  handle(api.useVersion, use.use),
  handle(api.decideArbitration, use.decide),
);
