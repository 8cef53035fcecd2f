import * as z from 'zod';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { isTrackingCode, sha256 } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { choose, read } from './choose.ts';
import { chooseDelivery, readDelivery } from './public-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SEARCH_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { load, append } = requestTable(db, env.REQUESTS_TABLE, env.SEARCH_TABLE);
const deps = {
  ...{ load, append, now },
  authority: authorityReader(db, env.SETTINGS_TABLE),
  isCode: isTrackingCode,
  hash: sha256,
};
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(readDelivery, read(deps)),
  handle(chooseDelivery, choose(deps)),
);
