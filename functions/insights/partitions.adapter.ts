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

  /** At most `limit` partitions that hold `marker`, each whole: a scan gives the items of a partition one after the other. */
  async page(prefix: string, marker: string, limit: number, after?: string): Promise<Partitions> {
    const found: Item[][] = [];
    let current: Item[] = [];
    const isWhole = () => current.some(({ sk }) => sk === marker);
    let ExclusiveStartKey: Record<string, unknown> | undefined = after
      ? { pk: after, sk: marker }
      : undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new ScanCommand({
          TableName,
          // What follows the marker in the partition where the page before ended belongs to that page.
          FilterExpression: after ? 'begins_with(pk, :prefix) AND pk <> :after' : 'begins_with(pk, :prefix)',
          ExpressionAttributeValues: { ':prefix': prefix, ...(after && { ':after': after }) },
          ConsistentRead: true,
          ExclusiveStartKey,
        }),
      );
      for (const item of Items as Item[]) {
        if (item.pk !== current[0]?.pk) {
          if (isWhole()) found.push(current);
          current = [];
        }
        current.push(item);
      }
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey && found.length <= limit);
    if (!ExclusiveStartKey && isWhole()) found.push(current);
    const partitions = found.slice(0, limit);
    const isMore = found.length > limit || ExclusiveStartKey;
    return { partitions, next: isMore ? (partitions.at(-1)?.[0]?.pk ?? null) : null };
  },
});
