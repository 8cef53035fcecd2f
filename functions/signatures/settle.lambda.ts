import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { letterTable } from './letter-table.adapter.ts';
import { settleBooks } from './settle.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), PEOPLE_TABLE: z.string(), REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { everybody, delegations } = peopleTable(db, env.PEOPLE_TABLE);
const use = settleBooks({
  ...{ everybody, delegations, now, dayIn },
  letters: letterTable(db, env.REQUESTS_TABLE),
  snapshot: requestTable(db, env.REQUESTS_TABLE).snapshot,
  authority: authorityReader(db, env.SETTINGS_TABLE),
});

/** Every morning, before anybody opens the book. */
export const handler = () => use(null);
