import * as z from 'zod';
import { absent, delegate, leave, list, undelegate } from '../agents/people.ts';
import * as api from '../agents/people-api.ts';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { sweepAbsent } from '../instruction/sweep.ts';
import { boardTable } from '../requests/board-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { letterTable } from './letter-table.adapter.ts';
import { settleBooks } from './settle.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const letters = letterTable(db, env.REQUESTS_TABLE);
const authority = authorityReader(db, env.SETTINGS_TABLE);
const place = { everybody: people.everybody, authority, now, dayIn };
const { snapshot, append } = requestTable(db, env.REQUESTS_TABLE);
const books = settleBooks({ ...place, letters, snapshot, delegations: people.delegations });
const requests = sweepAbsent({ ...place, append, board: boardTable(db, env.REQUESTS_TABLE) });
const deps = {
  people,
  waiting: async (login: string) => (await letters.book(login, 100)).items.length,
  settle: async (logins: readonly string[] | null) => (await books(logins)) + (await requests(logins)),
  today: async () => dayIn((await authority()).timeZone, now()),
};

/** Who is there, and who may sign: apart from the book, which agents open all day. */
export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: sessionTable(db, env.SESSIONS_TABLE, people.byLogin).sessions },
  handle(api.listPeople, list(deps)),
  handle(api.setAbsence, absent(deps)),
  handle(api.leave, leave(deps)),
  handle(api.saveDelegation, delegate(deps)),
  handle(api.endDelegation, undelegate(deps)),
);
