import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { draftTable } from './draft-table.adapter.ts';
import { moveDrafts } from './join-drafts.ts';

const Env = z.object({ DRAFTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const drafts = draftTable(documentClient(), env.DRAFTS_TABLE);
const Event = z.object({ detail: busEvents['account-joined'] });

/** Bus event `account-joined`: forms begun follow the person. */
export const handler = async (event: unknown): Promise<void> => {
  const { from, into } = Event.parse(event).detail;
  await moveDrafts(drafts, from, into);
};
