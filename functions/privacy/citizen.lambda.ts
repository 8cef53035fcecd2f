import { refuseStale } from '../accounts/own-passkeys.ts';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './citizen-api.ts';
import { consents } from './consent.adapter.ts';
import { DoorEnv, openDoor } from './door.adapter.ts';
import * as serve from './serve-citizen.ts';

export type Env = DoorEnv;
const env: Env = DoorEnv.parse(process.env);
const db = documentClient();
const table = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const deps: serve.CitizenDeps = {
  ...openDoor(db, env),
  append: requestTable(db, env.REQUESTS_TABLE).append,
  agent: peopleTable(db, env.PEOPLE_TABLE).byLogin,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  setConsent: consents(db, env.CITIZENS_TABLE),
  refuseStale: (caller) => refuseStale({ table, now }, caller),
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
