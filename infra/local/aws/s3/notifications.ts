import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { Bucket } from './buckets.ts';
import type { Version } from './objects.ts';

export type Notify = ReturnType<typeof openNotifications>;

/** The events that S3 gives to EventBridge, for buckets whose configuration turns it on. */
export function openNotifications(ctx: Context) {
  function emit(bucket: Bucket, version: Version, detailType: string, object: object, more: object): void {
    if (!bucket.emitsEvents) return;
    ctx.runtime.events.put({
      source: 'aws.s3',
      detailType,
      detail: {
        version: '0',
        bucket: { name: bucket.name },
        object: { key: version.key, ...object, ...versionOf(bucket, version) },
        'request-id': randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
        requester: ctx.accountId,
        ...more,
      },
    });
  }
  return {
    /** `reason`: PutObject, PostObject, CopyObject or CompleteMultipartUpload. */
    created(bucket: Bucket, version: Version, reason: string): void {
      const object = { size: version.size, etag: version.etag, sequencer: sequencerOf(version) };
      emit(bucket, version, 'Object Created', object, { 'source-ip-address': '127.0.0.1', reason });
    },
    /** `reason`: DeleteObject or Lifecycle Expiration (which S3 names `Object Deleted` too). */
    deleted(bucket: Bucket, version: Version, reason: string): void {
      const kind =
        version.isMarker && reason === 'DeleteObject' ? 'Delete Marker Created' : 'Permanently Deleted';
      const object = { etag: version.etag, sequencer: sequencerOf(version) };
      emit(bucket, version, 'Object Deleted', object, { reason, 'deletion-type': kind });
    },
    tagged(bucket: Bucket, version: Version): void {
      const detailType = Object.keys(version.tags).length ? 'Object Tags Added' : 'Object Tags Deleted';
      emit(bucket, version, detailType, { etag: version.etag }, { 'source-ip-address': '127.0.0.1' });
    },
  };
}

const versionOf = (bucket: Bucket, version: Version) =>
  bucket.isVersioned ? { 'version-id': version.versionId } : {};

const sequencerOf = ({ seq }: Version): string => seq.toString(16).toUpperCase().padStart(18, '0');
