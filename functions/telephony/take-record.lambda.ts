import { setTimeout as wait } from 'node:timers/promises';
import type { KinesisStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, faultOf, log } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { callTable } from './call-table.adapter.ts';
import { deskTable } from './desk-table.adapter.ts';
import { newsOfRecord } from './read-connect.ts';
import { takeNews } from './take-news.ts';

/** MAIN_REGION: where the authority's tables are; the stream of records is beside the phone system. */
const Env = z.object({ MAIN_REGION: z.string(), SETTINGS_TABLE: z.string(), CONTACTS_TABLE: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient(env.MAIN_REGION);
const take = takeNews({
  ...{ now, dayIn, timeIn },
  table: callTable(db, env.CONTACTS_TABLE),
  noteCurrent: deskTable(db, env.CONTACTS_TABLE).noteCurrent,
  authority: authorityReader(db, env.SETTINGS_TABLE),
  pause: (tries) => wait(Math.random() * 20 * 2 ** Math.min(tries, 5)),
});

/** Contact records, in the order of the stream: from the first that fails on, the stream gives them again. */
export const handler = async ({ Records }: KinesisStreamEvent) => {
  for (const { kinesis } of Records) {
    try {
      const about = newsOfRecord(JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8')));
      if (about) await take(about.contactId, [about.news]);
    } catch (error) {
      log('error', 'contact-record-failed', { sequence: kinesis.sequenceNumber, ...faultOf(error) });
      return { batchItemFailures: [{ itemIdentifier: kinesis.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
};
