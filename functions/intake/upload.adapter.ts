import type { S3Client } from '@aws-sdk/client-s3';
import {
  CopyObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { Refusal } from '../shared/refusal.ts';
import { withoutMetadata } from './picture-metadata.ts';
import { largestUpload } from './public-api.ts';
import { safeName } from './safe-name.ts';
import { sniff, sniffLength } from './sniff.adapter.ts';

export type UploadStart = { uploadId: string; url: string; fields: Record<string, string> };
/** `scan`: what malware protection said; only `clean` may be given to anybody. */
export type ClaimedUpload = {
  key: string;
  versionId: string;
  name: string;
  contentType: string;
  size: number;
  scan: 'clean' | 'pending' | 'unscannable';
};
type Buckets = { uploads: string; evidence: string };

const validForSeconds = 3_600;
const uploadKey = (uploadId: string) => `uploads/${uploadId}`;
/** Where an upload lives as long as the draft that names it. */
const draftKey = (uploadId: string) => `drafts/${uploadId}`;

/** Files that come straight from a browser: a place for one, then its claim by the submission that names it. */
export const uploads = (
  s3: S3Client,
  buckets: Buckets,
  pause: (ms: number) => Promise<void>,
  { ofDrafts = false } = {},
) => {
  /** A fresh object is scanned within seconds; what takes longer is claimed and looked at again later. */
  async function scanOf(bucket: string, key: string): Promise<string | undefined> {
    for (const wait of [0, 300, 700, 1_500]) {
      await pause(wait);
      const { TagSet } = await s3.send(new GetObjectTaggingCommand({ Bucket: bucket, Key: key }));
      const status = TagSet?.find((tag) => tag.Key === 'GuardDutyMalwareScanStatus')?.Value;
      if (status) return status;
    }
  }

  async function bytesOf(key: string, etag: string | undefined, range?: string): Promise<Uint8Array> {
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: buckets.uploads, Key: key, IfMatch: etag, Range: range }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async function headOf(Key: string) {
    try {
      return await s3.send(new HeadObjectCommand({ Bucket: buckets.uploads, Key }));
    } catch (error) {
      if (error instanceof NotFound || error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  /** The browser has taken out what the camera wrote; whoever sends without it leaves no place in a file either. Null when there is nothing to take out. */
  async function cleaned(Key: string, etag: string | undefined): Promise<Uint8Array | null> {
    const bytes = await bytesOf(Key, etag);
    const clean = withoutMetadata(bytes);
    return clean === bytes ? null : clean;
  }

  return {
    /** Presigned POST for exactly this size and type; refuses `too-large` above 25 MB. */
    async startUpload(
      uploadId: string,
      file: { name: string; contentType: string; size: number },
    ): Promise<UploadStart> {
      if (file.size > largestUpload) throw new Refusal('too-large');
      const post = await createPresignedPost(s3, {
        Bucket: buckets.uploads,
        Key: uploadKey(uploadId),
        Expires: validForSeconds,
        Fields: { 'Content-Type': file.contentType },
        Conditions: [
          ['content-length-range', file.size, file.size],
          ['eq', '$Content-Type', file.contentType],
        ],
      });
      return { uploadId, url: post.url, fields: post.fields };
    },

    /**
     * Copies an upload to the evidence bucket under `to`, after looking at what it really is. Refuses `upload-missing`
     * and `unsupported-type` (executable, unknown, empty, infected), with the upload's id as field.
     */
    async claimUpload(uploadId: string, name: string, to: string): Promise<ClaimedUpload> {
      const fresh = await headOf(uploadKey(uploadId));
      const head = fresh ?? (ofDrafts ? await headOf(draftKey(uploadId)) : null);
      if (!head) throw new Refusal('upload-missing', [{ field: uploadId, code: 'upload-missing' }]);
      const Key = fresh ? uploadKey(uploadId) : draftKey(uploadId);
      const size = head.ContentLength ?? 0;
      const refuse = (code: string) => new Refusal('unsupported-type', [{ field: uploadId, code }]);
      if (size === 0) throw refuse('empty');
      let kind = await sniff(
        name,
        await bytesOf(Key, head.ETag, `bytes=0-${Math.min(size, sniffLength) - 1}`),
      );
      if (kind.kind === 'unknown' && size > sniffLength)
        kind = await sniff(name, await bytesOf(Key, head.ETag));
      if (!('contentType' in kind)) throw refuse(kind.kind);
      const status = await scanOf(buckets.uploads, Key);
      if (status === 'THREATS_FOUND') throw refuse('infected');
      const { contentType } = kind;
      const clean = kind.kind === 'image' ? await cleaned(Key, head.ETag) : null;
      const kept = { Bucket: buckets.evidence, Key: to, ContentType: contentType };
      const copy = clean
        ? await s3.send(new PutObjectCommand({ ...kept, Body: clean }))
        : await s3.send(
            new CopyObjectCommand({
              ...kept,
              CopySource: `${buckets.uploads}/${Key}`,
              // What was looked at is what is kept: an object replaced meanwhile fails here.
              CopySourceIfMatch: head.ETag,
              MetadataDirective: 'REPLACE',
              TaggingDirective: 'REPLACE',
            }),
          );
      const scan = status === 'NO_THREATS_FOUND' ? 'clean' : status ? 'unscannable' : 'pending';
      const versionId = copy.VersionId ?? '';
      return { key: to, versionId, name: safeName(name), contentType, size: clean?.length ?? size, scan };
    },
  };
};
