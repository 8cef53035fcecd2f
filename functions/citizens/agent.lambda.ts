import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { derivedId } from '../requests/secrets.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { epochSeconds, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { createPerson, findAlike } from './create-person.ts';
import { duplicateTable } from './duplicate-table.adapter.ts';
import { personTable } from './person-table.adapter.ts';

const Env = z.object({
  CITIZENS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const agents = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, agents.byLogin);
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: env.SEARCH_TABLE });
const duplicates = duplicateTable(db, env.CITIZENS_TABLE, people);
const creating = { people, duplicates, derivedId, now, epochSeconds };

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.createPerson, createPerson(creating)),
  handle(api.findAlike, findAlike(creating)),
);
