import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

/** When the machine was last given what clerks decided of a file; the decisions themselves are in deed-table.adapter.ts. */
export const settleTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const key = (fileId: string) => ({ pk: `FILE#${fileId}`, sk: 'SETTLED' });
  return {
    async settledAt(fileId: string): Promise<string | null> {
      const { Item } = await db.send(new GetCommand({ TableName, Key: key(fileId), ConsistentRead: true }));
      return (Item?.at as string | undefined) ?? null;
    },
    async keepSettled(fileId: string, at: string): Promise<void> {
      await db.send(new PutCommand({ TableName, Item: { ...key(fileId), at } }));
    },
  };
};
