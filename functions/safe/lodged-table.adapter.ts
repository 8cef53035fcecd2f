import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

const pkOf = (reference: string) => `REQUEST#${reference}`;

/** Who sent a request while signed in: known before it is opened, and before anybody follows it. */
export const lodgedTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async note(reference: string, account: string): Promise<void> {
    const Item = { pk: pkOf(reference), sk: `ACCOUNT#${account}`, account };
    await db.send(new PutCommand({ TableName, Item }));
  },
  async accountsOf(reference: string): Promise<string[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pkOf(reference) },
      }),
    );
    return Items.map(({ account }) => String(account));
  },
});
