import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { activityTable } from './activity-table.adapter.ts';
import * as api from './agent-api.ts';
import { readActivity } from './read-activity.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const agents = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, agents.byLogin);
const { month } = activityTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.readActivity, readActivity({ month, authority, now })),
);
