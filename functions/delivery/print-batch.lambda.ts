import * as z from 'zod';
import { isWorkingDay } from '../deadlines/holidays.ts';
import { messageTable } from '../requests/message-table.adapter.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient } from '../shared/aws.adapter.ts';
import { dayIn, now, timeIn } from '../shared/clock.adapter.ts';
import { busEvents } from '../shared/events.ts';
import { s3Client } from '../shared/objects.adapter.ts';
import { postTable } from './post-table.adapter.ts';
import { printBatch } from './print-batch.ts';
import { printParts } from './print-part.adapter.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  DOCUMENTS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const use = printBatch({
  post: postTable(db, env.REQUESTS_TABLE),
  messages: messageTable(db, env.REQUESTS_TABLE),
  authority,
  isWorkingDay: (day, { holidays }) => isWorkingDay(day, holidays),
  merge: printParts(s3Client(), env.DOCUMENTS_BUCKET),
});
/** The daily schedule says when it was due; an agent's wish names its batch. */
const Input = z.union([
  z.object({ scheduledAt: z.string() }),
  z.object({ detail: busEvents['print-asked'] }),
]);

export const handler = async (input: unknown) => {
  const given = Input.parse(input);
  const at = 'detail' in given ? given.detail.at : new Date(given.scheduledAt).toISOString();
  const { timeZone } = await authority();
  const day = dayIn(timeZone, at);
  // A schedule that is handed over twice, or a button pressed twice, makes one batch.
  const batchId = `${day}-${timeIn(timeZone, at).replace(/\D/g, '')}${at.slice(17, 19)}`;
  return use({ batchId, day, at: now(), by: 'detail' in given ? given.detail.by : 'auto' });
};
