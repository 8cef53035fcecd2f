import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';

const keptSeconds = 2 * 86_400;

/** Counts tries to be told of a request by telephone or by a letter: by call, number, address and reference, each day anew. */
export const tryTable = (db: DynamoDBDocumentClient, TableName: string) => {
  const add = async (change: number, key: { pk: string; sk: string }, seconds: number): Promise<number> => {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: key,
        UpdateExpression: 'ADD tries :change SET expiresAt = :end',
        ExpressionAttributeValues: { ':change': change, ':end': seconds + keptSeconds },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.tries ?? 0);
  };
  const keyOf = (kind: string, value: string, day: string) => ({ pk: `TRIES#${kind}#${value}`, sk: day });
  return {
    count: (kind: string, value: string, day: string, seconds: number): Promise<number> =>
      add(1, keyOf(kind, value, day), seconds),
    /** What was counted turned out right: it counts no more. */
    async giveBack(kind: string, value: string, day: string, seconds: number): Promise<void> {
      await add(-1, keyOf(kind, value, day), seconds);
    },
  };
};
