import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';

const keptSeconds = 2 * 86_400;

/** Counts tries to be told of a request by telephone: by call, number and reference, each day anew. */
export const tryTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async count(kind: string, value: string, day: string, seconds: number): Promise<number> {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `TRIES#${kind}#${value}`, sk: day },
        UpdateExpression: 'ADD tries :one SET expiresAt = :end',
        ExpressionAttributeValues: { ':one': 1, ':end': seconds + keptSeconds },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.tries ?? 0);
  },
});
