import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { requestKey } from './items.ts';

/** What the instruction of a request waits for. */
export type WaitKind = 'department' | 'answer';

/** Task tokens of a machine that waits, beside the request it waits for. */
export const waitTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const keyOf = (reference: string, kind: WaitKind) => ({ pk: requestKey(reference), sk: `WAIT#${kind}` });
  return {
    keep: (reference: string, kind: WaitKind, token: string) =>
      db.send(new PutCommand({ TableName, Item: { ...keyOf(reference, kind), token } })),
    async read(reference: string, kind: WaitKind): Promise<string | null> {
      const { Item } = await db.send(
        new GetCommand({ TableName, Key: keyOf(reference, kind), ConsistentRead: true }),
      );
      return (Item?.token as string | undefined) ?? null;
    },
    /** Forgets the token, unless a newer wait has taken its place. */
    forget: (reference: string, kind: WaitKind, token: string) =>
      db
        .send(
          new DeleteCommand({
            TableName,
            Key: keyOf(reference, kind),
            ConditionExpression: '#token = :token',
            ExpressionAttributeNames: { '#token': 'token' },
            ExpressionAttributeValues: { ':token': token },
          }),
        )
        .catch((error: Error) => {
          if (error.name !== 'ConditionalCheckFailedException') throw error;
        }),
  };
};
