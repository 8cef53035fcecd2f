import { setTimeout as wait } from 'node:timers/promises';
import type { KinesisStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, faultOf, log } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { byCall } from './call-news.ts';
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

/** Contact records, those of one call together: from the first that fails on, the stream gives them again. */
export const handler = async ({ Records }: KinesisStreamEvent) => {
  const failed: string[] = [];
  const fail = (from: readonly string[], error: unknown) => {
    log('error', 'contact-record-failed', { sequence: from[0], ...faultOf(error) });
    failed.push(...from);
  };
  const told = Records.flatMap(({ kinesis: { data, sequenceNumber } }) => {
    try {
      const about = newsOfRecord(JSON.parse(Buffer.from(data, 'base64').toString('utf8')));
      return about ? [{ ...about, from: sequenceNumber }] : [];
    } catch (error) {
      fail([sequenceNumber], error);
      return [];
    }
  });
  for (const { contactId, news, from } of byCall(told))
    await take(contactId, news).catch((error: unknown) => fail(from, error));
  const first = Records.find(({ kinesis }) => failed.includes(kinesis.sequenceNumber));
  return { batchItemFailures: first ? [{ itemIdentifier: first.kinesis.sequenceNumber }] : [] };
};
