import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { householdTable } from './household-table.adapter.ts';
import { noticeMailer } from './notice-mail.adapter.ts';
import { tellOfLodging, tellParent } from './tell-parent.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  HOUSEHOLDS_TABLE: z.string(),
  CONFIGURATION_SET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  account: accountTable(db, env.ACCOUNTS_TABLE).read,
  household: householdTable(db, env.HOUSEHOLDS_TABLE).of,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  send: noticeMailer(env.CONFIGURATION_SET),
  publicUrl: env.PUBLIC_URL,
};
const Event = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('shared-child'), detail: busEvents['shared-child'] }),
  z.object({ 'detail-type': z.literal('request-lodged'), detail: busEvents['request-lodged'] }),
]);

/** Bus events `shared-child` and `request-lodged`: the other parent of a child kept together is told by mail. */
export const handler = async (event: unknown): Promise<void> => {
  const told = Event.parse(event);
  if (told['detail-type'] === 'request-lodged') await tellOfLodging(deps)(told.detail);
  else await tellParent(deps)(told.detail.account, told.detail.about);
};
