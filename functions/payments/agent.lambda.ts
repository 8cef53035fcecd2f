import * as z from 'zod';
import { peopleTable } from '../agents/people-table.adapter.ts';
import { sessionTable } from '../agents/session-table.adapter.ts';
import { readingTable } from '../appointments/reading-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { derivedId } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, newId, now, timeIn } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { askFor, decideOn, endDoubt, invoices, listed, meals, ofRequest } from './accounts.ts';
import * as api from './agent-api.ts';
import { book } from './book.adapter.ts';
import { payfip } from './payfip.adapter.ts';
import { adopt, compare, file } from './treasury.ts';
import * as treasury from './treasury-api.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PAYMENTS_TABLE: z.string(),
  PEOPLE_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  PAYFIP_URL: z.string(),
  PUBLIC_URL: z.string(),
  TIME_ZONE: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const people = peopleTable(db, env.PEOPLE_TABLE);
const { sessions } = sessionTable(db, env.SESSIONS_TABLE, people.byLogin);
const { payments, families, save } = book(db, env.PAYMENTS_TABLE, env.TIME_ZONE);
const deps = {
  ...{ payments, families, save, now, newId, derivedId },
  ...requestTable(db, env.REQUESTS_TABLE),
  noteReading: readingTable(db, env.PAYMENTS_TABLE, 'payment'),
  today: async () => dayIn(env.TIME_ZONE),
  detail: payfip(env.PAYFIP_URL).detail,
  async client() {
    const { payfip: given } = await authority();
    return given ? { client: given.numcli } : null;
  },
  timesOf: (instant: string) => ({
    day: dayIn(env.TIME_ZONE, instant),
    time: timeIn(env.TIME_ZONE, instant),
  }),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions },
  handle(api.listAgentPayments, listed(deps)),
  handle(api.listRequestPayments, ofRequest(deps)),
  handle(api.importInvoices, invoices(deps)),
  handle(api.importMeals, meals(deps)),
  handle(api.requestRefund, askFor(deps)),
  handle(api.decideRefund, decideOn(deps)),
  handle(api.settleDoubt, endDoubt(deps)),
  handle(treasury.reconciliationFile, file(deps)),
  handle(treasury.compareReconciliation, compare(deps)),
  handle(treasury.adoptPayment, adopt(deps)),
);
