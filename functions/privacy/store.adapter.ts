import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ObjectPrefix, Store } from './store.ts';
import type { StoreNames } from './store-names.ts';
import { tablesOf } from './tables.adapter.ts';

/** Tables and buckets of an authority, whole: for whoever erases a person. */
export const storeOf = (db: DynamoDBDocumentClient, s3: S3Client, names: StoreNames): Store => {
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
    ...tablesOf(db, names.tables),
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
