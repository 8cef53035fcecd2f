import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

export type Kept = { subscriber: string; alert: string };
export type DigestTable = ReturnType<typeof digestTable>;
const list = 'DIGEST';
const keptDays = 40;

/** What somebody is to be told in Monday's summary, in the subscriptions table. */
export const digestTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = ({ subscriber, alert }: Kept) => ({ pk: list, sk: `${subscriber}#${alert}` });
  return {
    keep: async (kept: Kept, now: string): Promise<void> => {
      const expiresAt = Math.floor(Date.parse(now) / 1000) + keptDays * 86_400;
      await db.send(new PutCommand({ TableName, Item: { ...keyOf(kept), ...kept, expiresAt } }));
    },
    /** In the order of subscribers: what waits for one person stands together. */
    async page(limit: number, after?: Kept): Promise<Kept[]> {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :list AND sk > :after',
          ExpressionAttributeValues: { ':list': list, ':after': after ? keyOf(after).sk : ' ' },
          Limit: limit,
        }),
      );
      return Items.map(({ subscriber, alert }) => ({ subscriber, alert }) as Kept);
    },
    drop: async (kept: Kept): Promise<void> => {
      await db.send(new DeleteCommand({ TableName, Key: keyOf(kept) }));
    },
  };
};
