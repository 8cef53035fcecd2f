import * as z from 'zod';
import { procedureIndex } from '../requests/procedure-index.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient, queue } from '../shared/aws.adapter.ts';
import { moveQueue } from './move-queue.adapter.ts';
import { Moving, movingPage } from './move-requests.ts';
import { procedureTable } from './procedure-table.adapter.ts';

const Env = z.object({ PROCEDURES_TABLE: z.string(), REQUESTS_TABLE: z.string(), MOVES_QUEUE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();

/** Moves open requests to another revision of their procedure, a page a message. */
export const handler = queue(
  (body) => Moving().parse(body),
  movingPage({
    index: procedureIndex(db, env.REQUESTS_TABLE),
    append: requestTable(db, env.REQUESTS_TABLE).append,
    send: moveQueue(env.MOVES_QUEUE),
    read: procedureTable(db, env.PROCEDURES_TABLE).read,
  }),
);
