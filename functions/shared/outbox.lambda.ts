import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { AttributeValue, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { impatient, log, measure } from './aws.adapter.ts';
import { busEvents, busSource } from './events.ts';

const Env = z.object({ EVENT_BUS: z.string() });
export type Env = z.infer<typeof Env>;
const env = Env.parse(process.env);
const bus = new EventBridgeClient(impatient);

const plain = (value: AttributeValue): unknown => {
  if (value.M) return Object.fromEntries(Object.entries(value.M).map(([key, inner]) => [key, plain(inner)]));
  if (value.L) return value.L.map(plain);
  if (value.N) return Number(value.N);
  return value.S ?? value.BOOL ?? null;
};
const Said = z.object({
  type: z.enum(Object.keys(busEvents) as (keyof typeof busEvents)[]),
  detail: z.record(z.string(), z.unknown()),
});

/** Carries outbox items to the bus in their order; from the first that fails on, the stream gives them again. */
export const handler = async ({ Records }: DynamoDBStreamEvent) => {
  for (const record of Records) {
    const written = record.dynamodb?.NewImage?.outbox;
    if (record.eventName !== 'INSERT' || !written) continue;
    const sequence = record.dynamodb?.SequenceNumber ?? '';
    const said = Said.safeParse(plain(written));
    const detail = said.data && busEvents[said.data.type].safeParse(said.data.detail);
    if (!said.data || !detail?.data) {
      log('error', 'outbox-unreadable', { sequence });
      return { batchItemFailures: [{ itemIdentifier: sequence }] };
    }
    const reply = await bus
      .send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: env.EVENT_BUS,
              Source: busSource,
              DetailType: said.data.type,
              Detail: JSON.stringify(detail.data),
            },
          ],
        }),
      )
      .catch(() => ({ FailedEntryCount: 1 }));
    const wroteAt = (record.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000;
    if (wroteAt > 0) measure('OutboxLag', Math.max(0, Date.now() - wroteAt), { unit: 'Milliseconds' });
    if (reply.FailedEntryCount) {
      log('warn', 'outbox-not-published', { sequence, type: said.data.type });
      return { batchItemFailures: [{ itemIdentifier: sequence }] };
    }
    if (said.data.type === 'contact-set-aside') measure('Qualified', 1, { by: { Outcome: 'set-aside' } });
  }
  return { batchItemFailures: [] };
};
