import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { peopleTable } from './people-table.adapter.ts';
import { listColleagues, me } from './session-api.ts';
import { sessionTable } from './session-table.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(me, async (_input, { agent }) => ({
    me: agent,
    departments: (await authority()).departments.map(({ code, name }) => ({ code, name })),
    now: now(),
  })),
  handle(listColleagues, async ({ query }) => ({
    agents: (await people.ofDepartment(query.department)).map(({ login, givenName, familyName, title }) => ({
      login,
      name: `${givenName} ${familyName}`,
      title,
    })),
  })),
);
