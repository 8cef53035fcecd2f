import * as z from 'zod';
import { accountTable } from '../accounts/account-table.adapter.ts';
import { cookieNames, cookieValue } from '../agents/session.ts';
import { hashed, sessionTable } from '../agents/session-table.adapter.ts';
import { callCount } from '../appointments/call-count.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, lazily } from '../shared/aws.adapter.ts';
import { dayIn, newId, now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { ifThere } from '../shared/refusal.ts';
import { actFor } from './act.ts';
import * as api from './citizen-api.ts';
import { mandateTable } from './mandate-table.adapter.ts';
import * as serve from './serve-citizen.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  SESSIONS_TABLE: z.string(),
  ACCOUNTS_TABLE: z.string(),
  CITIZENS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const table = sessionTable(db, env.SESSIONS_TABLE, async () => null);
const authority = authorityReader(db, env.SETTINGS_TABLE);
/** Reading one's mandates needs neither the register nor the secret. */
const register = lazily(async () =>
  (await import('../citizens/person-table.adapter.ts')).personTable(db, {
    citizens: env.CITIZENS_TABLE,
    search: '',
  }),
);
const sign = lateSigner(env.PEPPER_SECRET, 'mandate');
const deps = {
  ...{ sign, table, newId, now, dayIn },
  mandates: mandateTable(db, { mandates: env.MANDATES_TABLE, sessions: env.SESSIONS_TABLE }),
  account: accountTable(db, env.ACCOUNTS_TABLE).current,
  sheets: async (person: string) => (await ifThere((await register()).read(person)))?.members ?? [],
  countCall: callCount(db, env.MANDATES_TABLE),
  timeZone: async () => (await authority()).timeZone,
  sessionId: (cookies: readonly string[]) => hashed(cookieValue(cookies, cookieNames.citizens) ?? ''),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL, sessions: table.sessions },
  handle(api.listMandates, serve.listMandates(deps)),
  handle(api.offerMandate, serve.offerMandate(deps)),
  handle(api.endMandate, serve.endMandate(deps)),
  handle(api.readOffer, serve.readOffer(deps)),
  handle(api.answerOffer, serve.answerOffer(deps)),
  handle(api.actFor, actFor(deps)),
);
