import * as z from 'zod';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now } from '../shared/clock.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { book } from './book.adapter.ts';
import { dropDues, linkAccount, openDues } from './request-news.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PAYMENTS_TABLE: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { payments, families, save } = book(db, env.PAYMENTS_TABLE, env.TIME_ZONE);
const { load } = requestTable(db, env.REQUESTS_TABLE);
const deps = {
  payments: { ...payments, save },
  lodged: families.lodged,
  request: (reference: string) => ifThere(load(reference)),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  ...{ now, dayIn, derivedId },
};
const [open, link, drop] = [openDues(deps), linkAccount(deps), dropDues(deps)];
const Event = z.object({
  'detail-type': z.string(),
  detail: z.object({ reference: z.string(), account: z.string().optional() }),
});

/** What happens to requests makes something owed, or owed no more. */
export const handler = async (event: unknown): Promise<void> => {
  const { 'detail-type': type, detail } = Event.parse(event);
  const { reference, account } = detail;
  if (type === 'request-opened') await open(reference, 'opening');
  if (type === 'request-answered') await open(reference, 'grant');
  if (type === 'request-lodged' && account) await link(reference, account);
  if (type === 'request-withdrawn') await drop(reference);
};
