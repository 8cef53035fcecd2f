import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { openIndex, type SearchIndex } from './search/open-index.ts';

export const indexKey = 'knowledge/articles.index';
/** How long an article written now may stay unknown to a sandbox that is already warm. */
const freshForMilliseconds = 5_000;

/** Puts an index in the place of the one before: readers see the old one or the new one, whole. */
export const writeIndex =
  (s3: S3Client, bucket: string) =>
  async (bytes: Uint8Array): Promise<void> => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: indexKey,
        Body: bytes,
        ContentType: 'application/octet-stream',
      }),
    );
  };

/**
 * The index of articles and procedures, loaded once and asked again for a newer one now and then; `null` before the first
 * was built.
 * @param clock milliseconds that only go forward
 */
export function indexReader(s3: S3Client, bucket: string, clock: () => number) {
  let held: { index: SearchIndex; tag: string | undefined } | null = null;
  let asked = Number.NEGATIVE_INFINITY;
  return async (): Promise<SearchIndex | null> => {
    if (held && clock() - asked < freshForMilliseconds) return held.index;
    asked = clock();
    try {
      const { Body, ETag } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: indexKey, IfNoneMatch: held?.tag }),
      );
      held = { index: openIndex((await Body?.transformToByteArray()) ?? new Uint8Array()), tag: ETag };
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      if (error instanceof NoSuchKey || status === 404) held = null;
      else if (status !== 304 && !held) throw error;
    }
    return held?.index ?? null;
  };
}
