import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { personKey } from '../citizens/items.ts';

/** What somebody agrees to, on their sheet; the last word counts. */
export const consents =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (
    personId: string,
    code: string,
    said: { granted: boolean; at: string; by: string },
  ): Promise<void> => {
    const { granted, at, by } = said;
    await db.send(
      new UpdateCommand({
        TableName,
        Key: { pk: personKey(personId), sk: 'PERSON' },
        UpdateExpression: 'SET person.consents.#code = :said ADD person.version :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#code': code },
        ExpressionAttributeValues: { ':said': { value: granted, source: 'declared', at, by }, ':one': 1 },
      }),
    );
  };
