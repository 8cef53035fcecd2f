import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

export type Archive = {
  state: 'making' | 'ready' | 'failed';
  key: string;
  askedAt: string;
  size: number;
  documents: number;
};
const archiveKey = (account: string) => ({ pk: `SAFE#${account}`, sk: 'ARCHIVE' });
/** The bucket throws the file away after a day; what is said of it ends with it. */
const kept = 20 * 3_600;
export const archiveTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  /** Null when there is none, or no longer: expiry is lazy, so it is checked. @param now epoch seconds */
  async of(account: string, now: number): Promise<Archive | null> {
    const { Item } = await db.send(new GetCommand({ TableName, Key: archiveKey(account) }));
    return Item && Number(Item.expiresAt) > now ? (Item.archive as Archive) : null;
  },
  async save(account: string, archive: Archive, now: number): Promise<void> {
    const Item = { ...archiveKey(account), archive, expiresAt: now + kept };
    await db.send(new PutCommand({ TableName, Item }));
  },
});
