import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { readJournal } from '../citizens/read-journal.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { DoorEnv, openDoor } from './door.adapter.ts';
import * as serve from './serve-agent.ts';

export type Env = DoorEnv;
const env: Env = DoorEnv.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const door = openDoor(db, env);
const deps: serve.AgentDeps = {
  ...door,
  append: requestTable(db, env.REQUESTS_TABLE).append,
  note: readJournal(db, env.CITIZENS_TABLE).note,
  keepReason: door.register.keepReason,
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readHeldOf, serve.readHeldOf(deps)),
  handle(api.askExportOf, serve.askExportOf(deps)),
  handle(api.readExportOf, serve.readExportOf(deps)),
  handle(api.erasePersonOf, serve.erasePersonOf(deps)),
  handle(api.listErasures, serve.listErasures(deps)),
);
