import { crc32 } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { SafeDocument } from './safe-document.ts';
import { directory, localHeader, uniqueNames, type ZipEntry } from './zip.ts';

/** S3 takes parts of 5 MB and more; beside one document (25 MB at most) so much is held at once, whatever the whole. */
const part = 8 * 1024 * 1024;

/** An object written piece by piece; one that is never ended leaves parts, which the bucket throws away. */
function pieces(s3: S3Client, Bucket: string, Key: string) {
  const ContentType = 'application/zip';
  let held: Uint8Array[] = [];
  let waiting = 0;
  let UploadId: string | undefined;
  const Parts: { PartNumber: number; ETag?: string; ChecksumCRC32?: string }[] = [];
  async function send(): Promise<void> {
    UploadId ??= (await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType }))).UploadId;
    const PartNumber = Parts.length + 1;
    const Body = Buffer.concat(held);
    held = [];
    waiting = 0;
    const { ETag, ChecksumCRC32 } = await s3.send(
      new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }),
    );
    Parts.push({ PartNumber, ETag, ...(ChecksumCRC32 && { ChecksumCRC32 }) });
  }
  return {
    async write(bytes: Uint8Array): Promise<void> {
      held.push(bytes);
      waiting += bytes.length;
      if (waiting >= part) await send();
    },
    async end(): Promise<void> {
      if (!UploadId) {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.concat(held), ContentType }));
        return;
      }
      if (waiting > 0) await send();
      await s3.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
      );
    },
  };
}

type Deps = {
  s3: S3Client;
  bucket: string;
  /** Bytes of one document; null when they are gone. */
  read(document: SafeDocument): Promise<Uint8Array | null>;
};
/** Writes everything into one zip, a document at a time; answers its size and how many documents it holds. */
export async function writeArchive(
  { s3, bucket, read }: Deps,
  key: string,
  documents: readonly SafeDocument[],
): Promise<{ size: number; documents: number }> {
  const names = uniqueNames(documents.map(({ name, storedAt }) => `${storedAt.slice(0, 10)} ${name}`));
  const object = pieces(s3, bucket, key);
  const entries: (ZipEntry & { offset: number })[] = [];
  let offset = 0;
  for (const [index, document] of documents.entries()) {
    const bytes = await read(document);
    if (!bytes) continue;
    const entry = {
      ...{ name: names[index] ?? 'document', size: bytes.length, crc: crc32(bytes) },
      at: new Date(document.storedAt),
    };
    const head = localHeader(entry);
    await object.write(head);
    await object.write(bytes);
    entries.push({ ...entry, offset });
    offset += head.length + bytes.length;
  }
  const end = directory(entries, offset);
  await object.write(end);
  await object.end();
  return { size: offset + end.length, documents: entries.length };
}
