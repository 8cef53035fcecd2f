import * as z from 'zod';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, newSalt, newTrackingCode } from '../requests/secrets.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { newId, now, timeIn } from '../shared/clock.adapter.ts';
import { acknowledge } from './acknowledge.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  PUBLIC_URL: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const { load, append } = requestTable(db, env.REQUESTS_TABLE);
const Input = z.object({ reference: z.string() });
const use = acknowledge({
  load,
  append,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  procedure: procedureTable(db, env.PROCEDURES_TABLE).read,
  newId,
  newSalt,
  now,
  timeIn,
  newTrackingCode,
  hashTrackingCode,
  publicUrl: env.PUBLIC_URL,
});

/** `{reference}` gives `{reference, messageId}`; the id is null when no acknowledgement is left to send. */
export const handler = (input: unknown) => use(Input.parse(input));
