import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds } from '../shared/clock.adapter.ts';

/** One more call of an address in these ten minutes (`window`, in seconds); answers how many that makes. Addresses are kept half an hour. */
export const callCount =
  (db: DynamoDBDocumentClient, TableName: string, window = 600) =>
  async (address: string, kind: string): Promise<number> => {
    const at = epochSeconds();
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: `CALLS#${kind}#${address}`, sk: String(Math.floor(at / window)) },
        UpdateExpression: 'SET expiresAt = :gone ADD calls :one',
        ExpressionAttributeValues: { ':one': 1, ':gone': at + 1_800 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Number(Attributes?.calls ?? 1);
  };
