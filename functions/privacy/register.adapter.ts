import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../shared/aws.adapter.ts';
import { outboxItem } from '../shared/events.ts';
import { type Erasure, erasedIn, erasureItem, erasureKey, monthsBetween } from './erasure.ts';

export type Reason = { personId: string; at: string; by: string; what: 'export' | 'erase'; reason: string };
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);

/** The register of what was erased, in the privacy table: the one that a restore does not take back, and goes through again. */
export const eraseRegister = (db: DynamoDBDocumentClient, TableName: string) => {
  const find = async (of: Pick<Erasure, 'kind' | 'id'>): Promise<Erasure | null> => {
    const { Item } = await db.send(new GetCommand({ TableName, Key: erasureKey(of), ConsistentRead: true }));
    return (Item?.erasure as Erasure | undefined) ?? null;
  };
  return {
    find,
    /**
     * Writes down that something is to be erased, and says so on the bus (`erasure-asked`), in one transaction: from then on
     * it happens, whoever falls. Asked again it is done again, under the instant of the first time.
     */
    async ask(asked: Omit<Erasure, 'doneAt'>): Promise<Erasure> {
      const before = await find(asked);
      const erasure: Erasure = { ...asked, at: before?.at ?? asked.at, doneAt: null };
      const item = erasureItem(erasure);
      const event = { type: 'erasure-asked', detail: { kind: erasure.kind, id: erasure.id } } as const;
      await db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: item } },
            { Put: { TableName, Item: outboxItem(item.pk, `asked-${asked.at}`, event, seconds(asked.at)) } },
          ],
        }),
      );
      return erasure;
    },
    async done(of: Pick<Erasure, 'kind' | 'id'>, doneAt: string, kept: Erasure['kept'] = []): Promise<void> {
      await db.send(
        new UpdateCommand({
          TableName,
          Key: erasureKey(of),
          UpdateExpression: 'SET erasure.doneAt = :at, erasure.kept = :kept',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': doneAt, ':kept': kept },
        }),
      );
    },
    async note(erasure: Erasure): Promise<void> {
      const ConditionExpression = 'attribute_not_exists(pk)';
      await db
        .send(new PutCommand({ TableName, Item: erasureItem(erasure), ConditionExpression }))
        .catch((error) => {
          if (!isConditionFailure(error)) throw error;
        });
    },
    /** At most so many of one month, the last first. */
    async month(month: string, most = 500): Promise<Erasure[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :month',
          ExpressionAttributeValues: { ':month': erasedIn(month) },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      return Items.map(({ erasure }) => erasure as Erasure);
    },
    /** How somebody asked an agent who acted for them: a code beside ids, for whoever controls. */
    async keepReason(said: Reason): Promise<void> {
      const { personId, at } = said;
      const Item = { pk: `REASON#${personId}`, sk: at, said };
      await db.send(new PutCommand({ TableName, Item }));
    },
    /** What was erased since an instant, oldest first: for a restore, from the instant of its backup. */
    async *since(from: string, to: string): AsyncGenerator<Erasure> {
      for (const month of monthsBetween(from, to)) {
        let after: Record<string, unknown> | undefined;
        do {
          const { Items = [], LastEvaluatedKey } = await db.send(
            new QueryCommand({
              TableName,
              IndexName: 'gsi1',
              KeyConditionExpression: 'gsi1pk = :month',
              ExpressionAttributeValues: { ':month': month },
              ExclusiveStartKey: after,
            }),
          );
          for (const { erasure } of Items) if ((erasure as Erasure).at >= from) yield erasure as Erasure;
          after = LastEvaluatedKey;
        } while (after);
      }
    },
  };
};
