import { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { procedureTable } from '../procedures/procedure-table.adapter.ts';
import { deadlinesOf } from '../requests/facts.ts';
import type { Request } from '../requests/request.ts';
import { requestTable } from '../requests/request-table.adapter.ts';
import { rulesOf } from '../requests/rules.ts';
import { anchorStore } from '../retention/anchor-store.adapter.ts';
import { newestHeads } from '../retention/anchors.ts';
import { authorityReader } from '../shared/authority.adapter.ts';
import { documentClient, impatient } from '../shared/aws.adapter.ts';
import { dayIn } from '../shared/clock.adapter.ts';
import { activityTable } from './activity-table.adapter.ts';
import { countActivity } from './count-activity.ts';

const Env = z.object({
  SETTINGS_TABLE: z.string(),
  PROCEDURES_TABLE: z.string(),
  REQUESTS_TABLE: z.string(),
  ANCHORS_BUCKET: z.string(),
});
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const authority = authorityReader(db, env.SETTINGS_TABLE);
const procedure = procedureTable(db, env.PROCEDURES_TABLE).read;
const { load } = requestTable(db, env.REQUESTS_TABLE);

/** What was promised for its procedure (Services Publics+), as the journal says it was kept. */
const isInTime = async ({ reference, procedure: id, procedureRevision }: Request) => {
  const [whole, place] = await Promise.all([load(reference), authority()]);
  const rules = rulesOf(id ? await procedure(id, procedureRevision ?? undefined) : null, place);
  const today = { day: dayIn(place.timeZone), dayOf: (instant: string) => dayIn(place.timeZone, instant) };
  const promise = deadlinesOf(whole, rules, today).find(({ kind }) => kind === 'commitment');
  if (!promise || promise.state === 'moot') return null;
  return promise.state !== 'missed';
};
const count = countActivity({
  ...activityTable(db, env.REQUESTS_TABLE),
  isInTime,
  dayOf: async () => {
    const { timeZone } = await authority();
    return (instant) => dayIn(timeZone, instant);
  },
});

const anchors = anchorStore(new S3Client(impatient), env.ANCHORS_BUCKET);
type StreamRecord = DynamoDBStreamEvent['Records'][number];
const referenceOf = ({ dynamodb }: StreamRecord) => (dynamodb?.Keys?.pk?.S ?? '').replace(/^REQ#/, '');
const headOf = (record: StreamRecord) => {
  const { seq, hash } = record.dynamodb?.NewImage?.head?.M ?? {};
  return seq?.N && hash?.S
    ? [{ reference: referenceOf(record), head: { seq: Number(seq.N), hash: hash.S } }]
    : [];
};

/**
 * Requests that changed, from the stream of their table: the heads of their journals are put where nobody rewrites them, then
 * each is read as it is now and counted once. One reader for both: a stream bears two, and the outbox is the other.
 */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
  for (const { reference, head } of newestHeads(Records.flatMap(headOf))) await anchors.put(reference, head);
  await count(Records.map(referenceOf));
};
