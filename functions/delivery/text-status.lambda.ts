import * as z from 'zod';
import { messageTable } from '../requests/message-table.adapter.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { hashTrackingCode, newTrackingCode } from '../requests/secrets.adapter.ts';
import { documentClient, log } from '../shared/aws.adapter.ts';
import { now } from '../shared/clock.adapter.ts';
import { textTable } from '../sms/text-table.adapter.ts';
import { logLines } from './log-lines.adapter.ts';
import { takeTextStatus } from './take-text-status.ts';
import { TextStatus } from './text-status.ts';

const Env = z.object({ REQUESTS_TABLE: z.string(), CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const texts = textTable(db, env.CONTACTS_TABLE);
const take = takeTextStatus({
  messages: messageTable(db, env.REQUESTS_TABLE),
  requests: requestTable(db, env.REQUESTS_TABLE),
  sentText: texts.sentText,
  noticeLost: texts.announceLost,
  now,
  newTrackingCode,
  hashTrackingCode,
});

/** Lines of the log that SNS keeps of texts, through a subscription. One that is not understood stops no other. */
export const handler = async (event: unknown): Promise<void> => {
  for (const line of logLines(event)) {
    const read = TextStatus.safeParse(line);
    if (read.success) await take(read.data);
    else log('warn', 'text-status-unreadable');
  }
};
