import * as z from 'zod';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { moveMandates } from './joined.ts';
import { mandateTable } from './mandate-table.adapter.ts';

const Env = z.object({ MANDATES_TABLE: z.string(), SESSIONS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const mandates = mandateTable(documentClient(), {
  mandates: env.MANDATES_TABLE,
  sessions: env.SESSIONS_TABLE,
});
const Event = z.object({ detail: busEvents['account-joined'] });

/** Bus event `account-joined`: mandates follow the person, on both sides. */
export const handler = (event: unknown): Promise<void> =>
  moveMandates({ mandates, now })(Event.parse(event).detail);
