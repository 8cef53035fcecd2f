import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Closing } from './settings-api.ts';

const pk = 'CLOSINGS';
const keptDays = 400;
const shown = 50;
export type ClosingTable = ReturnType<typeof closingTable>;

/** What was closed by hand, in the appointments table: by instant, so that the last are read first. */
export const closingTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async save(closing: Closing): Promise<void> {
    const expiresAt = Math.floor(Date.parse(`${closing.to}T00:00:00Z`) / 1000) + keptDays * 86_400;
    await db.send(new PutCommand({ TableName, Item: { pk, sk: closing.id, closing, expiresAt } }));
  },
  async read(id: string): Promise<Closing | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: { pk, sk: id }, ConsistentRead: true }));
    return (Item?.closing as Closing | undefined) ?? null;
  },
  async latest(): Promise<Closing[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :all',
        ExpressionAttributeValues: { ':all': pk },
        ...{ ConsistentRead: true, ScanIndexForward: false, Limit: shown },
      }),
    );
    return Items.map(({ closing }) => closing as Closing);
  },
});
