import * as z from 'zod';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { deem } from './deem.ts';
import { postTable } from './post-table.adapter.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const use = deem({
  post: postTable(db, env.REQUESTS_TABLE),
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
});

/** Every day, soon after midnight: what stayed unread for fifteen days is deemed notified. */
export const handler = async () => {
  const at = now();
  return use({ today: dayIn((await authority()).timeZone, at), at });
};
