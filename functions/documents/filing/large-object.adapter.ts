import type { S3Client } from '@aws-sdk/client-s3';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Place } from '../../shared/objects.adapter.ts';

/** S3 takes parts of 5 MB and more; so much is held at once, whatever the size of the whole. */
const part = 8 * 1024 * 1024;

/**
 * An object that is written piece by piece: at once when it is small, else in parts. One that is never ended leaves nothing
 * but parts, which the bucket's own rule throws away.
 */
export function largeObject(s3: S3Client, { bucket: Bucket, key: Key }: Place, ContentType: string) {
  let held: Uint8Array[] = [];
  let size = 0;
  let waiting = 0;
  let UploadId: string | undefined;
  const Parts: { PartNumber: number; ETag?: string; ChecksumCRC32?: string }[] = [];

  async function sendPart(): Promise<void> {
    UploadId ??= (await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }))).UploadId;
    const Body = Buffer.concat(held);
    held = [];
    waiting = 0;
    const PartNumber = Parts.length + 1;
    const sent = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({
      PartNumber,
      ETag: sent.ETag,
      ...(sent.ChecksumCRC32 && { ChecksumCRC32: sent.ChecksumCRC32 }),
    });
  }

  return {
    async write(bytes: Uint8Array): Promise<void> {
      held.push(bytes);
      size += bytes.length;
      waiting += bytes.length;
      if (waiting >= part) await sendPart();
    },
    /** Answers the version written and its size. */
    async end(): Promise<{ versionId: string; size: number }> {
      if (UploadId && waiting > 0) await sendPart();
      const { VersionId } = UploadId
        ? await s3.send(
            new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
          )
        : await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.concat(held), ContentType }));
      return { versionId: VersionId ?? '', size };
    },
  };
}
