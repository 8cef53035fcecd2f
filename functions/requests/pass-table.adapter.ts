import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { requestKey } from './items.ts';

const goodForSeconds = 2 * 3_600;

/** Whoever proved who they are follows the request for a short while by a code of its own, kept hashed like the other. */
export const passTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async give(reference: string, hash: string, seconds: number): Promise<void> {
    const expiresAt = seconds + goodForSeconds;
    const until = new Date(expiresAt * 1_000).toISOString();
    const Item = { pk: requestKey(reference), sk: 'RECORD#PASS', pass: { hash, until }, expiresAt };
    await db.send(new PutCommand({ TableName, Item }));
  },
});
