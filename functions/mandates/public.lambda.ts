import * as z from 'zod';
import { callCount } from '../appointments/call-count.adapter.ts';
import { lateSigner } from '../letters/late-signer.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { handle, http } from '../shared/http.adapter.ts';
import { mandateTable } from './mandate-table.adapter.ts';
import { endByCode, readByCode } from './public-api.ts';
import { endMandateByCode, readMandate } from './serve-public.ts';

const Env = z.object({
  SESSIONS_TABLE: z.string(),
  MANDATES_TABLE: z.string(),
  PEPPER_SECRET: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const deps = {
  now,
  mandates: mandateTable(db, { mandates: env.MANDATES_TABLE, sessions: env.SESSIONS_TABLE }),
  sign: lateSigner(env.PEPPER_SECRET, 'mandate'),
  countCall: callCount(db, env.MANDATES_TABLE),
};

export const handler = http(
  { publicUrl: env.PUBLIC_URL },
  handle(readByCode, readMandate(deps)),
  handle(endByCode, endMandateByCode(deps)),
);
