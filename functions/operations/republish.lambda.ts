import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { documentClient, impatient, log } from '../shared/aws.adapter.ts';
import { busEvents, busSource } from '../shared/events.ts';

const Env = z.object({ EVENT_BUS: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const db = documentClient();
const bus = new EventBridgeClient(impatient);
/** What a stream says of a batch it gave up: where and when, never what. */
const Lost = z.object({
  DDBStreamBatchInfo: z.object({
    streamArn: z.string(),
    approximateArrivalOfFirstRecord: z.string(),
    approximateArrivalOfLastRecord: z.string(),
  }),
});
const Said = z.object({
  type: z.enum(Object.keys(busEvents) as (keyof typeof busEvents)[]),
  detail: z.record(z.string(), z.unknown()),
});
/** Announcements expire seven days after they were written (functions/shared/events.ts): that says when it was. */
const keptFor = 7 * 86_400;
const margin = 120;
const atOnce = 10;

/**
 * Carries again what a table announced while nobody could carry it. Reads the table whole, as only a repair may; whoever
 * hears something twice takes the repeat as what it is.
 */
export const handler = async (event: unknown): Promise<void> => {
  const { streamArn, ...when } = Lost.parse(event).DDBStreamBatchInfo;
  const TableName = /table\/([^/]+)\//.exec(streamArn)?.[1];
  const [from, to] = [when.approximateArrivalOfFirstRecord, when.approximateArrivalOfLastRecord].map(
    (at) => Math.floor(Date.parse(at) / 1000) + keptFor,
  );
  let carried = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await db.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'begins_with(sk, :outbox) AND expiresAt BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':outbox': 'OUTBOX#',
          ':from': (from ?? 0) - margin,
          ':to': (to ?? 0) + margin,
        },
        ExclusiveStartKey,
      }),
    );
    const said = (page.Items ?? []).flatMap(({ outbox }) => Said.safeParse(outbox).data ?? []);
    for (let at = 0; at < said.length; at += atOnce) {
      const Entries = said.slice(at, at + atOnce).map(({ type, detail }) => ({
        ...{ EventBusName: env.EVENT_BUS, Source: busSource, DetailType: type },
        Detail: JSON.stringify(detail),
      }));
      const { FailedEntryCount } = await bus.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount) throw new Error('not-carried');
      carried += Entries.length;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  log('info', 'announcements-carried-again', { carried });
};
