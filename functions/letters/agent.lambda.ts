import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { settingsTable } from '../settings/settings-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { listLetterTemplates } from './agent-api.ts';
import { filledTemplates } from './fill-templates.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const use = filledTemplates({
  load: requestTable(db, env.REQUESTS_TABLE).load,
  letters: settingsTable(db, env.SETTINGS_TABLE).letters,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  today: (zone) => dayIn(zone, now()),
  publicUrl: env.PUBLIC_URL,
});

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(listLetterTemplates, use),
);
