import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { contactKey } from '../intake/contact-items.ts';
import { takenKey } from '../intake/taken.ts';
import { requestKey, type Snapshot } from '../requests/items.ts';
import type { CameIn, Entry, Listed, ReconcileDeps } from './reconcile.ts';

type Tables = { contacts: string; batches: string; requests: string };

/** What became of things, one by one: each lookup reads the items of one key. */
export const entriesIn = (db: DynamoDBDocumentClient, tables: Tables): ReconcileDeps => {
  const get = async (TableName: string, pk: string, sk: string) =>
    (await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;
  return {
    async contact(id) {
      const item = await get(tables.contacts, contactKey(id), 'CONTACT');
      return item ? (item as unknown as Entry) : null;
    },
    async takenMail(key) {
      const { pk, sk } = takenKey(key);
      return ((await get(tables.contacts, pk, sk))?.contactId as string | undefined) ?? null;
    },
    async scan(fileId) {
      const { Count = 0 } = await db.send(
        new QueryCommand({
          ...{ TableName: tables.batches, Limit: 1, Select: 'COUNT' },
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `FILE#${fileId}` },
        }),
      );
      if (Count > 0) return true;
      const { pk, sk } = takenKey(fileId);
      const batchId = (await get(tables.batches, pk, sk))?.batchId;
      const file = batchId && (await get(tables.batches, `BATCH#${batchId}`, `FILE#${fileId}`));
      return file !== undefined && file.state !== 'reading';
    },
    async contactsOf(reference) {
      const item = await get(tables.requests, requestKey(reference), 'SNAPSHOT');
      return item ? (item as unknown as Snapshot).request.contactIds : null;
    },
  };
};

/** Names of objects with their dates, a thousand at a time. */
export const objectsIn =
  (s3: S3Client, Bucket: string) =>
  async (Prefix: string, after?: string): Promise<Listed> => {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, StartAfter: after }));
    const objects: CameIn[] = (page.Contents ?? []).flatMap(({ Key, LastModified }) =>
      Key && LastModified ? [{ key: Key, at: LastModified.toISOString() }] : [],
    );
    return { objects, next: page.IsTruncated ? (objects.at(-1)?.key ?? null) : null };
  };
