import * as z from 'zod';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, newTrackingCode } from '../requests/secrets.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { MailEvent } from './mail-event.ts';
import { suppressionTable } from './suppression-table.adapter.ts';
import { takeMailEvent } from './take-mail-event.ts';

const Env = z.object({ REQUESTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const take = takeMailEvent({
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  suppress: suppressionTable(db, env.REQUESTS_TABLE).add,
  now,
  newTrackingCode,
  hashTrackingCode,
});

/** SES events about a mail that left: sent, delivered, delayed, bounced, complained of, rejected. */
export const handler = (event: unknown) => take(MailEvent.parse(event));
