import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { byCode } from '../letters/by-code.ts';
import { codeTable } from '../letters/code-table.adapter.ts';
import { standing } from '../requests/found-by.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import * as api from './agent-api.ts';
import { indexTable } from './index-table.adapter.ts';
import { search } from './search.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const { read, words, documents } = indexTable(db, env.SEARCH_TABLE);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(
    api.search,
    search({
      ...{ read, words, documents, now },
      authority: authorityReader(db, env.SETTINGS_TABLE),
      requests: standing(db, env.REQUESTS_TABLE),
      byCode: byCode(codeTable(db, env.REQUESTS_TABLE).find),
    }),
  ),
);
