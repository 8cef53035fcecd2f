import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { impatient } from './aws.adapter.ts';

export type Place = { bucket: string; key: string; versionId?: string };
export type Objects = ReturnType<typeof objects>;
const urlValidForSeconds = 600;
const encoded = (key: string) => key.split('/').map(encodeURIComponent).join('/');

/** Whoever imports this file late gets the client with it, and only the commands that are used. */
export const s3Client = (): S3Client => new S3Client(impatient);

/** S3, as every subject uses it. */
export const objects = (s3: S3Client) => ({
  async read({ bucket, key, versionId }: Place): Promise<Uint8Array> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  },
  /** Answers the version written. */
  async write({ bucket, key }: Place, body: Uint8Array | string, contentType: string): Promise<string> {
    const { VersionId } = await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }),
    );
    return VersionId ?? '';
  },
  /** Copies exactly one version; answers the version written, or `null` when there is nothing to copy. */
  async copy(from: Place, to: Place): Promise<string | null> {
    const version = from.versionId ? `?versionId=${encodeURIComponent(from.versionId)}` : '';
    const CopySource = `${from.bucket}/${encoded(from.key)}${version}`;
    try {
      // The copy is scanned anew: it must not carry the verdict of another bucket.
      const { VersionId } = await s3.send(
        new CopyObjectCommand({ Bucket: to.bucket, Key: to.key, CopySource, TaggingDirective: 'REPLACE' }),
      );
      return VersionId ?? '';
    } catch (error) {
      const isGone =
        error instanceof NoSuchKey ||
        error instanceof NotFound ||
        (error instanceof Error && error.name === 'NoSuchVersion');
      if (isGone) return null;
      throw error;
    }
  },
  async remove({ bucket, key, versionId }: Place): Promise<void> {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
  },
  /** What malware protection said of one version: `undefined` until it has looked. */
  async malwareScan({ bucket, key, versionId }: Place): Promise<string | undefined> {
    const { TagSet } = await s3.send(
      new GetObjectTaggingCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
    );
    return TagSet?.find((tag) => tag.Key === 'GuardDutyMalwareScanStatus')?.Value;
  },
  /** Address valid ten minutes. With a name the browser saves the file instead of showing it. */
  url({ bucket, key, versionId }: Place, name?: string): Promise<string> {
    const disposition = name && `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return getSignedUrl(
      s3,
      new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        VersionId: versionId || undefined,
        ResponseContentDisposition: disposition,
      }),
      { expiresIn: urlValidForSeconds },
    );
  },
});
