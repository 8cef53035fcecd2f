import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { readJournal } from '../citizens/read-journal.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { exportTable } from './export-table.adapter.ts';
import { parts } from './parts/all.ts';
import { namesOf, ReadPlaces } from './places.ts';
import { eraseRegister } from './register.adapter.ts';
import * as serve from './serve-agent.ts';
import { signsOf } from './signs.adapter.ts';
import { tablesOf } from './tables.adapter.ts';

const Env = ReadPlaces.extend({
  SESSIONS_TABLE: z.string(),
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const register = eraseRegister(db, env.PRIVACY_TABLE);
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const deps: serve.AgentDeps = {
  ...{ now, newId, parts, register },
  store: tablesOf(db, namesOf(env).tables),
  append: requestTable(db, env.REQUESTS_TABLE).append,
  signs: signsOf(env.PEPPER_SECRET, impatient),
  exports: exportTable(db, env.PRIVACY_TABLE),
  note: readJournal(db, env.CITIZENS_TABLE).note,
  keepReason: register.keepReason,
  url: async (key, name) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }, name),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readHeldOf, serve.readHeldOf(deps)),
  handle(api.askExportOf, serve.askExportOf(deps)),
  handle(api.readExportOf, serve.readExportOf(deps)),
  handle(api.erasePersonOf, serve.erasePersonOf(deps)),
  handle(api.listErasures, serve.listErasures(deps)),
);
