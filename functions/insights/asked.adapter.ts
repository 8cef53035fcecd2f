import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { wholeQuery } from '../shared/aws.adapter.ts';
import { monthKey } from './activity-table.adapter.ts';

type Read = { code?: string | null; opened?: number };

/** How many requests each procedure had in these months, by its id: sums of the statistics, no request is read. */
export const askedIn =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (months: readonly string[]): Promise<Map<string, number>> => {
    const asked = new Map<string, number>();
    for (const month of months) {
      const found = await wholeQuery<Read>(db, {
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :cut)',
        ExpressionAttributeValues: { ':pk': monthKey(month), ':cut': `${month}#procedure#` },
        ProjectionExpression: 'code, opened',
      });
      for (const { code, opened = 0 } of found) if (code) asked.set(code, (asked.get(code) ?? 0) + opened);
    }
    return asked;
  };
