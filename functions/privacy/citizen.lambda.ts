import * as z from 'zod';
import { refuseStale } from '../accounts/own-passkeys.ts';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient, lazily } from '../shared/aws.adapter.ts';
import { newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './citizen-api.ts';
import { consents } from './consent.adapter.ts';
import { exportTable } from './export-table.adapter.ts';
import { parts } from './parts/all.ts';
import { namesOf, ReadPlaces } from './places.ts';
import { eraseRegister } from './register.adapter.ts';
import * as serve from './serve-citizen.ts';
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
const table = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const files = lazily(async () => {
  const { objects, s3Client } = await import('../shared/objects.adapter.ts');
  return objects(s3Client());
});
const deps: serve.CitizenDeps = {
  ...{ now, newId, parts },
  store: tablesOf(db, namesOf(env).tables),
  append: requestTable(db, env.REQUESTS_TABLE).append,
  signs: signsOf(env.PEPPER_SECRET, impatient),
  agent: people.byLogin,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  exports: exportTable(db, env.PRIVACY_TABLE),
  register: eraseRegister(db, env.PRIVACY_TABLE),
  setConsent: consents(db, env.CITIZENS_TABLE),
  refuseStale: (caller) => refuseStale({ table, now }, caller),
  url: async (key, name) => (await files()).url({ bucket: env.DOCUMENTS_BUCKET, key }, name),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(api.readHeld, serve.readHeld(deps)),
  handle(api.listReadings, serve.listReadings(deps)),
  handle(api.askExport, serve.askExport(deps)),
  handle(api.readExport, serve.readExport(deps)),
  handle(api.setConsent, serve.setConsent(deps)),
  handle(api.eraseMe, serve.eraseMe(deps)),
);
