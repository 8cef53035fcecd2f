import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DynamoDBRecord } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { queue } from '../../functions/shared/aws.adapter.ts';
import { outboxItem } from '../../functions/shared/events.ts';

const bus = mockClient(EventBridgeClient);
let handler: typeof import('../../functions/shared/outbox.lambda.ts').handler;
beforeAll(async () => {
  process.env.EVENT_BUS = 'parvis';
  process.env.AWS_REGION = 'eu-west-3';
  ({ handler } = await import('../../functions/shared/outbox.lambda.ts'));
});
beforeEach(() => {
  bus.reset();
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});

const record = (SequenceNumber: string, type: string, detail: Record<string, string>, eventName = 'INSERT') =>
  ({
    eventName,
    dynamodb: {
      SequenceNumber,
      NewImage: {
        outbox: {
          M: {
            type: { S: type },
            detail: { M: Object.fromEntries(Object.entries(detail).map(([key, S]) => [key, { S }])) },
          },
        },
      },
    },
  }) as DynamoDBRecord;
const said = () =>
  bus
    .commandCalls(PutEventsCommand)
    .flatMap(({ args }) =>
      (args[0].input.Entries ?? []).map(({ DetailType, Detail, Source, EventBusName }) => [
        EventBusName,
        Source,
        DetailType,
        Detail,
      ]),
    );

describe('the outbox', () => {
  it('tells the bus in the order of what happened', async () => {
    const records = [
      record('1', 'request-opened', { reference: 'VC-1' }),
      record('2', 'message-queued', { reference: 'VC-1', messageId: 'm' }),
    ];
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [] });
    expect(said()).toEqual([
      ['parvis', 'parvis', 'request-opened', '{"reference":"VC-1"}'],
      ['parvis', 'parvis', 'message-queued', '{"reference":"VC-1","messageId":"m"}'],
    ]);
  });

  it('says ids only: what an event does not declare stays at home', async () => {
    await handler({ Records: [record('1', 'request-opened', { reference: 'VC-1', name: 'Jeanne' })] });
    expect(said()[0]?.[3]).toBe('{"reference":"VC-1"}');
  });

  it('starts again from the first that the bus did not take', async () => {
    bus.on(PutEventsCommand).resolvesOnce({ FailedEntryCount: 0 }).resolvesOnce({ FailedEntryCount: 1 });
    const records = ['1', '2', '3'].map((sequence) =>
      record(sequence, 'request-opened', { reference: sequence }),
    );
    expect(await handler({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(said()).toHaveLength(2);
  });

  it('leaves other items and their removal alone, and stops at one it cannot read', async () => {
    const other = {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: '1', NewImage: { pk: { S: 'x' } } },
    } as DynamoDBRecord;
    const removed = record('2', 'request-opened', { reference: 'VC-1' }, 'REMOVE');
    const unknown = record('3', 'invented', { reference: 'VC-1' });
    expect(await handler({ Records: [other, removed, unknown] })).toEqual({
      batchItemFailures: [{ itemIdentifier: '3' }],
    });
    expect(said()).toEqual([]);
  });

  it('is an item that ends by itself', () => {
    expect(
      outboxItem('REQ#1', '4-0', { type: 'request-opened', detail: { reference: 'VC-1' } }, 1_000),
    ).toEqual({
      pk: 'REQ#1',
      sk: 'OUTBOX#4-0',
      outbox: { type: 'request-opened', detail: { reference: 'VC-1' } },
      expiresAt: 605_800,
    });
  });
});

describe('a batch from a queue', () => {
  it('gives back only the messages that failed', async () => {
    const used: number[] = [];
    const take = queue(
      (body) => (body as { n: number }).n,
      async (n) => {
        if (n === 2) throw new Error('no');
        used.push(n);
      },
    );
    const Records = [1, 2, 3].map((n) => ({ messageId: `m-${n}`, body: JSON.stringify({ n }) }));
    const failed = await take({ Records: [...Records, { messageId: 'm-4', body: 'not json' }] });
    expect(used).toEqual([1, 3]);
    expect(failed.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m-2', 'm-4']);
  });
});
