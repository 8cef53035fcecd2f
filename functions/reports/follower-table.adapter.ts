import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { cancellation } from '../shared/aws.adapter.ts';
import { epochSeconds } from '../shared/clock.adapter.ts';
import { outboxItem } from '../shared/events.ts';

/**
 * Who wants the news of a report that somebody else made. `id` is derived from the address: one person is one follower; `key` too,
 * the same for all reports.
 */
export type Follower = { id: string; email: string; at: string; key?: string };
export type FollowerTable = ReturnType<typeof followerTable>;
const page = 50;
const attempts = 8;

export const followerTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const pkOf = (reference: string) => `REPORT#${reference}`;
  const skOf = (id: string) => `FOLLOWER#${id}`;
  const both = async (reference: string, lines: object[], by: 1 | -1): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1)
      try {
        await db.send(
          new TransactWriteCommand({
            TransactItems: [
              ...(lines as never[]),
              {
                Update: {
                  TableName,
                  Key: { pk: pkOf(reference), sk: 'REPORT' },
                  UpdateExpression: 'ADD followers :by',
                  ConditionExpression: 'attribute_exists(pk)',
                  ExpressionAttributeValues: { ':by': by },
                },
              },
            ],
          }),
        );
        return true;
      } catch (error) {
        if (cancellation(error)?.includes('ConditionalCheckFailed')) return false;
        // Two who follow at once only make each other wait.
        if (!cancellation(error) || attempt === attempts) throw error;
      }
  };
  const followed = (reference: string, follower: string) =>
    outboxItem(
      pkOf(reference),
      `followed-${follower}`,
      { type: 'report-followed', detail: { reference, follower } },
      epochSeconds(),
    );
  return {
    /** Counted in once; false when they follow already. */
    add: (reference: string, follower: Follower): Promise<boolean> =>
      both(
        reference,
        [
          {
            Put: {
              TableName,
              Item: {
                ...{ pk: pkOf(reference), sk: skOf(follower.id), follower },
                ...(follower.key && { gsi1pk: `BY#${follower.key}`, gsi1sk: reference }),
              },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          { Put: { TableName, Item: followed(reference, follower.id) } },
        ],
        1,
      ),
    remove: (reference: string, id: string): Promise<boolean> =>
      both(
        reference,
        [
          {
            Delete: {
              TableName,
              Key: { pk: pkOf(reference), sk: skOf(id) },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
        ],
        -1,
      ),
    async read(reference: string, id: string): Promise<Follower | null> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: { pk: pkOf(reference), sk: skOf(id) }, ConsistentRead: true }),
      );
      return (Item?.follower as Follower | undefined) ?? null;
    },
    /** All of them, page by page. */
    async *of(reference: string): AsyncGenerator<Follower> {
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :of)',
            ExpressionAttributeValues: { ':pk': pkOf(reference), ':of': 'FOLLOWER#' },
            Limit: page,
            ExclusiveStartKey: from,
          }),
        );
        for (const { follower } of Items) yield follower as Follower;
        from = LastEvaluatedKey;
      } while (from);
    },
  };
};
