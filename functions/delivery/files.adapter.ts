import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectRef } from '../intake/contact.ts';

/** Files of messages and letters: read from evidence and documents, letters written to documents. */
export const deliveryFiles = (s3: S3Client, buckets: { evidence: string; documents: string }) => ({
  async bytes({ bucket, key, versionId }: ObjectRef): Promise<Uint8Array> {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: buckets[bucket], Key: key, VersionId: versionId || undefined }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  },
  /** Written twice is written once: the key is the message's. Metadata is percent-encoded. */
  async writeLetter(key: string, pdf: Uint8Array, about: Record<string, string>): Promise<void> {
    const Metadata = Object.fromEntries(
      Object.entries(about).map(([name, value]) => [name, encodeURIComponent(value)]),
    );
    await s3.send(
      new PutObjectCommand({
        Bucket: buckets.documents,
        Key: key,
        Body: pdf,
        ContentType: 'application/pdf',
        Metadata,
      }),
    );
  },
});
