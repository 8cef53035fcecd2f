import type { AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { every, parseXml, textOf, type XmlTree } from '../wire/xml.ts';
import type { Bucket } from './buckets.ts';
import { type Call, type Store, versionHeaders, xmlReply } from './call.ts';
import type { Version } from './objects.ts';

/**
 * Deletes as S3 does: a version when one is named, else a marker in a versioned bucket, else the object. Answers what
 * was removed or put; undefined when there was nothing.
 */
export function remove(
  { ctx, objects, notify }: Store,
  bucket: Bucket,
  key: string,
  versionId?: string,
  reason = 'DeleteObject',
) {
  return inOneUnit(ctx.db, (): Version | undefined => {
    if (versionId === undefined && bucket.isVersioned) {
      const marker = objects.mark(bucket, key);
      notify.deleted(bucket, marker, reason);
      return marker;
    }
    const version = objects.find(bucket, key, versionId);
    if (!version) return undefined;
    objects.remove(version);
    if (!version.isMarker) notify.deleted(bucket, version, reason);
    return version;
  });
}

export function deleteObject(store: Store, { request, bucket, key }: Call): AwsResponse {
  const removed = remove(store, bucket, key, request.query.get('versionId') ?? undefined);
  return { status: 204, headers: removed ? versionHeaders(bucket, removed) : {} };
}

export function deleteObjects(store: Store, { request, bucket }: Call): AwsResponse {
  const root = parseXml(request.body.toString('utf8'));
  const entries = every(root, 'Object');
  if (entries.length > 1000)
    throw new ServiceFault('MalformedXML', 'At most 1000 keys can be deleted at once');
  const isQuiet = textOf(root, 'Quiet') === 'true';
  const Deleted: XmlTree[] = inOneUnit(store.ctx.db, () =>
    entries.map((entry) => {
      const Key = textOf(entry, 'Key') ?? '';
      const VersionId = textOf(entry, 'VersionId');
      const removed = remove(store, bucket, Key, VersionId);
      const marker = removed?.isMarker
        ? { DeleteMarker: true, DeleteMarkerVersionId: removed.versionId }
        : {};
      return { Key, VersionId, ...marker };
    }),
  );
  return xmlReply('DeleteResult', isQuiet ? {} : { Deleted });
}
