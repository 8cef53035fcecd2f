import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { monthKey } from './activity-table.adapter.ts';

type Read = { code?: string | null; opened?: number };

/** How many requests each procedure had in these months, by its id: sums of the statistics, no request is read. */
export const askedIn =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (months: readonly string[]): Promise<Map<string, number>> => {
    const asked = new Map<string, number>();
    for (const month of months) {
      let ExclusiveStartKey: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :cut)',
            ExpressionAttributeValues: { ':pk': monthKey(month), ':cut': `${month}#procedure#` },
            ProjectionExpression: 'code, opened',
            ExclusiveStartKey,
          }),
        );
        for (const { code, opened = 0 } of Items as Read[])
          if (code) asked.set(code, (asked.get(code) ?? 0) + opened);
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
    }
    return asked;
  };
