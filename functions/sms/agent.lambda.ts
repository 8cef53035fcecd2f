import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { liftOptOut, listOptOuts } from './agent-api.ts';
import { lift, optedOut } from './lift-opt-out.ts';
import { textTable } from './text-table.adapter.ts';

const Env = z.object({
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  CONTACTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, peopleTable(db, env.PEOPLE_TABLE).byLogin);
const deps = { texts: textTable(db, env.CONTACTS_TABLE), now };

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(listOptOuts, optedOut(deps)),
  handle(liftOptOut, lift(deps)),
);
