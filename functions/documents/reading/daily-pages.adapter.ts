import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isConditionFailure } from '../../shared/aws.adapter.ts';

export type DailyPages = ReturnType<typeof dailyPages>;
const keptForDays = 90;

/** How many pages were read on a day, counted before they are: two functions never share the last ones. */
export const dailyPages = (db: DynamoDBDocumentClient, TableName: string, most: number) => ({
  /** Answers how many of the pages wanted may be read on that day (YYYY-MM-DD), and counts them. */
  async reserve(day: string, wanted: number): Promise<number> {
    const Key = { pk: `DAY#${day}`, sk: 'PAGES' };
    for (;;) {
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const allowed = Math.min(wanted, most - Number(Item?.pages ?? 0));
      if (allowed <= 0) return 0;
      try {
        await db.send(
          new UpdateCommand({
            TableName,
            Key,
            UpdateExpression: 'SET expiresAt = :expiresAt ADD pages :allowed',
            ConditionExpression: 'attribute_not_exists(pages) OR pages <= :room',
            ExpressionAttributeValues: {
              ':allowed': allowed,
              ':room': most - allowed,
              ':expiresAt': Math.floor(Date.parse(day) / 1000) + keptForDays * 86_400,
            },
          }),
        );
        return allowed;
      } catch (error) {
        // Another function took some meanwhile: look again.
        if (!isConditionFailure(error)) throw error;
      }
    }
  },
});
