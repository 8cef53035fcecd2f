import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { importing } from './import-procedure.ts';
import { procedureTable } from './procedure-table.adapter.ts';
import { importProcedure } from './public-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const use = importing({
  publish: procedureTable(db, env.PROCEDURES_TABLE).publish,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  letters: settingsTable(db, env.SETTINGS_TABLE).letters,
  now,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(importProcedure, ({ body }, { agent }) => use(body, `agent:${agent.login}`)),
);
