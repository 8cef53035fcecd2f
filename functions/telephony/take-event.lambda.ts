import { setTimeout as wait } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, faultOf, log } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { byCall } from './call-news.ts';
import { callTable } from './call-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { newsOfEvent } from './read-connect.ts';
import { takeNews } from './take-news.ts';

const Env = z.object({ SETTINGS_TABLE: z.string(), CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const take = takeNews({
  ...{ now, dayIn, timeIn },
  table: callTable(db, env.CONTACTS_TABLE),
  noteCurrent: deskTable(db, env.CONTACTS_TABLE).noteCurrent,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  pause: (tries) => wait(Math.random() * 20 * 2 ** Math.min(tries, 5)),
});

/** Contact events of the phone system, a batch at a time: those of one call are taken together, and given back together. */
export const handler = async ({ Records }: SQSEvent) => {
  const failed = (id: string, error: unknown): string => {
    log('error', 'contact-event-failed', { id, ...faultOf(error) });
    return id;
  };
  const failures: string[] = [];
  const told = Records.flatMap(({ messageId, body }) => {
    try {
      const about = newsOfEvent(JSON.parse(body));
      return about ? [{ ...about, from: messageId }] : [];
    } catch (error) {
      failures.push(failed(messageId, error));
      return [];
    }
  });
  for (const { contactId, news, from } of byCall(told)) {
    try {
      await take(contactId, news);
    } catch (error) {
      failures.push(...from.map((id) => failed(id, error)));
    }
  }
  return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
};
