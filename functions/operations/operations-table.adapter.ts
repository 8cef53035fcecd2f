import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '../shared/clock.adapter.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { Deed } from './dead-letters.ts';

const listed = 'DEAD-LETTERS';
const deeds = 'DEAD-LETTER-DEEDS';
/** A queue keeps its letters fourteen days; who did what is kept a year. */
const markedFor = 20 * 86_400;
const notedFor = 400 * 86_400;

/** What operations keep in the table of settings: where dead letters lie, which were settled, and by whom. */
export const operationsTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** @param part of the product, `work`: said anew at each of its deployments */
  async saveQueues(part: string, queues: DeadLetterQueue[]): Promise<void> {
    await db.send(new PutCommand({ TableName, Item: { pk: listed, sk: part, queues } }));
  },
  async queues(): Promise<{ part: string; queues: DeadLetterQueue[] }[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': listed },
      }),
    );
    return Items.map(({ sk, queues }) => ({ part: sk as string, queues: queues as DeadLetterQueue[] }));
  },

  async isDone(id: string): Promise<boolean> {
    const Key = { pk: `DEAD-LETTER#${id}`, sk: 'DONE' };
    const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item !== undefined;
  },
  async markDone(id: string, by: string, at: string): Promise<void> {
    const Item = { pk: `DEAD-LETTER#${id}`, sk: 'DONE', by, at, expiresAt: epochSeconds() + markedFor };
    await db.send(new PutCommand({ TableName, Item }));
  },

  async note(deed: Deed): Promise<void> {
    const Item = { pk: deeds, sk: `${deed.at}#${deed.queue}`, ...deed, expiresAt: epochSeconds() + notedFor };
    await db.send(new PutCommand({ TableName, Item }));
  },
  async deeds(Limit: number): Promise<Deed[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': deeds },
        ScanIndexForward: false,
        Limit,
      }),
    );
    return Items.map(
      ({ at, by, deed, queue, count, reason }) => ({ at, by, deed, queue, count, reason }) as Deed,
    );
  },
});
