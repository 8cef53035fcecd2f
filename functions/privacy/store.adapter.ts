import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchWriteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key, ObjectPrefix, Store } from './store.ts';
import type { StoreNames } from './store-names.ts';

const together = 25;
const mostTries = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Tables and buckets of an authority, whole: for whoever shows a person what is held, or erases it. */
export const storeOf = (db: DynamoDBDocumentClient, s3: S3Client, names: StoreNames): Store => {
  const query = async (TableName: string, input: object): Promise<Item[]> => {
    const found: Item[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await db.send(new QueryCommand({ TableName, ...input, ExclusiveStartKey }));
      found.push(...((page.Items ?? []) as Item[]));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  };
  const write = async (TableName: string, keys: readonly Key[]): Promise<void> => {
    let left = keys.map((Key) => ({ DeleteRequest: { Key: { pk: Key.pk, sk: Key.sk } } }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === mostTries) throw new Error('throttled');
      if (tries > 0) await pause(50 * 2 ** tries);
      const { UnprocessedItems } = await db.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: left } }),
      );
      left = (UnprocessedItems?.[TableName] ?? []) as typeof left;
    }
  };
  const under = async (Bucket: string, Prefix: string) => {
    const found: { Key: string; VersionId?: string }[] = [];
    let KeyMarker: string | undefined;
    let VersionIdMarker: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectVersionsCommand({ Bucket, Prefix, KeyMarker, VersionIdMarker }),
      );
      for (const { Key, VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
        if (Key) found.push({ Key, VersionId });
      [KeyMarker, VersionIdMarker] = page.IsTruncated ? [page.NextKeyMarker, page.NextVersionIdMarker] : [];
    } while (KeyMarker);
    return found;
  };
  const removeVersions = async (Bucket: string, Objects: { Key: string; VersionId?: string }[]) => {
    for (let from = 0; from < Objects.length; from += 1_000) {
      const { Errors = [] } = await s3.send(
        new DeleteObjectsCommand({
          Bucket,
          Delete: { Objects: Objects.slice(from, from + 1_000), Quiet: true },
        }),
      );
      if (Errors.length > 0) throw new Error('objects-not-removed');
    }
  };

  return {
    async find(table, Key) {
      const TableName = names.tables[table];
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return (Item as Item | undefined) ?? null;
    },
    items: (table, pk, begins) =>
      query(names.tables[table], {
        KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :begins)' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk, ...(begins && { ':begins': begins }) },
        ConsistentRead: true,
      }),
    listed: (table, list, begins) =>
      query(names.tables[table], {
        IndexName: 'gsi1',
        KeyConditionExpression: begins ? 'gsi1pk = :pk AND begins_with(gsi1sk, :begins)' : 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': list, ...(begins && { ':begins': begins }) },
      }),
    async put(table, Item) {
      await db.send(new PutCommand({ TableName: names.tables[table], Item }));
    },
    async remove(table, keys) {
      const once = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
      for (let from = 0; from < once.length; from += together)
        await write(names.tables[table], once.slice(from, from + together));
    },
    async removeObjects({ bucket, prefix, isWhole }: ObjectPrefix) {
      const all = await under(names.buckets[bucket], prefix);
      const found = isWhole ? all.filter(({ Key }) => Key === prefix) : all;
      await removeVersions(names.buckets[bucket], found);
      return found.length;
    },
    async readObject(bucket, Key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: names.buckets[bucket], Key }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return null;
        throw error;
      }
    },
    async replaceObject(bucket, Key, Body, ContentType) {
      const Bucket = names.buckets[bucket];
      const { VersionId = '' } = await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
      const old = (await under(Bucket, Key)).filter((one) => one.Key === Key && one.VersionId !== VersionId);
      await removeVersions(Bucket, old);
      return VersionId;
    },
  };
};
