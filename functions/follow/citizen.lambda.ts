import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { isTrackingCode } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { addOwnRequest, listOwnRequests, removeOwnRequest } from './citizen-api.ts';
import { followTable } from './follow-table.adapter.ts';
import { addOwn, listOwn, removeOwn } from './own-requests.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const deps = {
  ...{ load, append, now, dayIn },
  isCode: isTrackingCode,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  account: accountTable(db, env.ACCOUNTS_TABLE).read,
  table: followTable(db, env.REQUESTS_TABLE),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(listOwnRequests, listOwn(deps)),
  handle(addOwnRequest, addOwn(deps)),
  handle(removeOwnRequest, removeOwn(deps)),
);
