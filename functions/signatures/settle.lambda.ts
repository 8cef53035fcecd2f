import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sweepAbsent } from '../instruction/sweep.ts';
import { boardTable } from '../requests/board-table.adapter.ts';
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
const authority = authorityReader(db, env.SETTINGS_TABLE);
const { snapshot, append } = requestTable(db, env.REQUESTS_TABLE);
const place = { everybody, authority, now, dayIn };
const books = settleBooks({ ...place, delegations, snapshot, letters: letterTable(db, env.REQUESTS_TABLE) });
const requests = sweepAbsent({ ...place, append, board: boardTable(db, env.REQUESTS_TABLE) });

/** Every morning, before anybody opens the book or the board. */
export const handler = async () => (await books(null)) + (await requests(null));
