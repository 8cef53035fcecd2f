import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { wholeQuery } from '../shared/aws.adapter.ts';

export type Item = Record<string, unknown> & { pk: string; sk: string };
export type Partitions = { partitions: Item[][]; next: string | null };

/**
 * Reads a table whole, partition by partition, for exports and the daily reconciliation; no page of an application uses it.
 * `prefix` keeps the partitions of one kind; `after` is the partition key the page before ended with.
 */
export const partitionsOf = (db: DynamoDBDocumentClient, TableName: string) => ({
  read: (pk: string) =>
    wholeQuery<Item>(db, {
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),

  async page(prefix: string, marker: string, limit: number, after?: string): Promise<Partitions> {
    const keys: string[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined = after
      ? { pk: after, sk: marker }
      : undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new ScanCommand({
          TableName,
          FilterExpression: 'begins_with(pk, :prefix) AND sk = :marker',
          ExpressionAttributeValues: { ':prefix': prefix, ':marker': marker },
          ProjectionExpression: 'pk',
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      keys.push(...Items.map((item) => String(item.pk)));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey && keys.length <= limit);
    const shown = keys.slice(0, limit);
    return {
      partitions: await Promise.all(shown.map((pk) => this.read(pk))),
      next: keys.length > limit || ExclusiveStartKey ? (shown.at(-1) ?? null) : null,
    };
  },
});
