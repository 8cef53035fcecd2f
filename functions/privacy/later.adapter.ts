import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Erasure } from './erasure.ts';

export type Later = { reference: string; why: Erasure['why']; by: string };
const list = 'LATER';
const keyOf = (reference: string) => ({ pk: `LATER#${reference}`, sk: 'LATER' });

/** Requests whose person was erased before their end: they are erased once nothing holds them any more. */
export const laterTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async add(reference: string, { why, by }: Pick<Erasure, 'why' | 'by'>): Promise<void> {
    const Item = { ...keyOf(reference), later: { reference, why, by }, gsi1pk: list, gsi1sk: reference };
    await db.send(new PutCommand({ TableName, Item }));
  },
  async done(reference: string): Promise<void> {
    await db.send(new DeleteCommand({ TableName, Key: keyOf(reference) }));
  },
  async *all(): AsyncGenerator<Later> {
    let after: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :list',
          ExpressionAttributeValues: { ':list': list },
          Limit: 100,
          ExclusiveStartKey: after,
        }),
      );
      for (const { later } of Items) yield later as Later;
      after = LastEvaluatedKey;
    } while (after);
  },
});
