import type { S3Client } from '@aws-sdk/client-s3';
import { CopyObjectCommand, DeleteObjectCommand, NoSuchKey, NotFound } from '@aws-sdk/client-s3';

const fresh = (uploadId: string) => `uploads/${uploadId}`;
/** Files of drafts, in the bucket of the uploads: they end by themselves some days after the draft. */
export const draftKey = (uploadId: string): string => `drafts/${uploadId}`;
const isGone = (error: unknown): boolean =>
  error instanceof NoSuchKey ||
  error instanceof NotFound ||
  (error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name));

/** Files of a form begun: an upload ends after a day, what a draft names lives as long as the draft. */
export const draftFiles = (s3: S3Client, bucket: string) => {
  const copy = async (from: string, to: string): Promise<boolean> => {
    try {
      await s3.send(
        new CopyObjectCommand({
          Bucket: bucket,
          Key: to,
          CopySource: `${bucket}/${from}`,
          // Copied over itself, something must change: it starts its life again.
          MetadataDirective: from === to ? 'REPLACE' : 'COPY',
          TaggingDirective: 'REPLACE',
        }),
      );
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  };
  return {
    /** False when there is no such file any more. */
    keep: async (uploadId: string): Promise<boolean> =>
      (await copy(fresh(uploadId), draftKey(uploadId))) || copy(draftKey(uploadId), draftKey(uploadId)),
    async drop(uploadId: string): Promise<void> {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: draftKey(uploadId) }));
    },
  };
};
