import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { linkTable } from '../citizens/link-table.adapter.ts';
import { personTable } from '../citizens/person-table.adapter.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { joined, linked, lodged, opened, seek } from './adopt.ts';
import { followTable } from './follow-table.adapter.ts';

const Env = z.object({
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const people = personTable(db, { citizens: env.CITIZENS_TABLE, search: '' });
const accounts = accountTable(db, env.ACCOUNTS_TABLE);
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const deps = {
  people,
  account: accounts.read,
  accountOf: accounts.byPerson,
  accountAt: accounts.byEmail,
  sender: messageTable(db, env.REQUESTS_TABLE).sender,
  links: linkTable(db, env.CITIZENS_TABLE, people),
  requests: { load, append },
  table: followTable(db, env.REQUESTS_TABLE),
};
const uses = {
  'request-lodged': lodged(deps),
  'request-opened': opened(deps),
  'person-linked': linked(deps),
  'requests-sought': seek(deps),
  'account-joined': joined(deps),
};
type Kind = keyof typeof uses;
const Event = z.object({
  'detail-type': z.enum(Object.keys(uses) as [Kind, ...Kind[]]),
  detail: z.unknown(),
});

/** Whose requests are whose: those that were sent signed in, and those that are recognised. */
export const handler = async (event: unknown): Promise<void> => {
  const { 'detail-type': kind, detail } = Event.parse(event);
  const use = uses[kind] as (told: unknown) => Promise<void>;
  await use(busEvents[kind].parse(detail));
};
