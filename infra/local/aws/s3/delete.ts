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
    if (isLocked(ctx.clock.now(), bucket, version))
      throw new ServiceFault('AccessDenied', 'Access Denied because object protected by object lock.', 403);
    objects.remove(version);
    if (!version.isMarker) notify.deleted(bucket, version, reason);
    return version;
  });
}

const isLocked = (now: Date, { lockedForDays = 0 }: Bucket, { isMarker, modified }: Version): boolean =>
  !isMarker && now.getTime() < modified.getTime() + lockedForDays * 86_400_000;

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
  const Errors: XmlTree[] = [];
  const Deleted: XmlTree[] = inOneUnit(store.ctx.db, () =>
    entries.flatMap((entry) => {
      const Key = textOf(entry, 'Key') ?? '';
      const VersionId = textOf(entry, 'VersionId');
      const removed = removeOr(store, bucket, Key, VersionId);
      if (removed instanceof ServiceFault) {
        Errors.push({ Key, VersionId, Code: removed.code, Message: removed.message });
        return [];
      }
      const marker = removed?.isMarker
        ? { DeleteMarker: true, DeleteMarkerVersionId: removed.versionId }
        : {};
      return [{ Key, VersionId, ...marker }];
    }),
  );
  return xmlReply('DeleteResult', { ...(isQuiet ? {} : { Deleted }), Error: Errors });
}

/** One object that is locked must not keep the others. */
function removeOr(...given: Parameters<typeof remove>): ReturnType<typeof remove> | ServiceFault {
  try {
    return remove(...given);
  } catch (error) {
    if (error instanceof ServiceFault) return error;
    throw error;
  }
}
