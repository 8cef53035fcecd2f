import type { AwsRequest, AwsResponse, Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { asFault } from '../wire/json-protocol.ts';
import { type XmlTree, xmlDocument } from '../wire/xml.ts';
import type { Bodies } from './bodies.ts';
import type { Bucket, Buckets } from './buckets.ts';
import type { Notify } from './notifications.ts';
import type { Objects, Version } from './objects.ts';
import type { Uploads } from './uploads.ts';

/** What every operation works with. */
export type Store = {
  readonly ctx: Context;
  readonly bodies: Bodies;
  readonly buckets: Buckets;
  readonly objects: Objects;
  readonly uploads: Uploads;
  readonly notify: Notify;
};
/** One request, addressed. `key` is decoded, empty for the bucket itself. */
export type Call = { readonly request: AwsRequest; readonly bucket: Bucket; readonly key: string };
export type Operation = (store: Store, call: Call) => AwsResponse;

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

export const xmlReply = (root: string, tree: XmlTree, headers: Record<string, string> = {}): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml', ...headers },
  body: xmlDocument(root, NAMESPACE, tree),
});

export function errorReply(error: unknown, resource: string): AwsResponse {
  const fault = asFault(error);
  const details = fault.details as XmlTree;
  return {
    status: fault.status,
    headers: { 'content-type': 'application/xml' },
    body: xmlDocument('Error', '', {
      Code: fault.code,
      Message: fault.message,
      Resource: resource,
      ...details,
      RequestId: 'local',
    }),
  };
}

export const quoted = (etag: string): string => `"${etag}"`;
const unquoted = (etag: string): string => etag.trim().replace(/^W\//, '').replace(/^"|"$/g, '');

/** Headers that name the version, in a bucket that keeps versions. */
export const versionHeaders = (bucket: Bucket, version: Version): Record<string, string> => ({
  ...(bucket.isVersioned || version.versionId !== 'null' ? { 'x-amz-version-id': version.versionId } : {}),
  ...(version.isMarker ? { 'x-amz-delete-marker': 'true' } : {}),
});

/** Whether one of the etags of a conditional header is the object's; `*` is any. */
export const matches = (header: string, etag: string): boolean =>
  header.split(',').some((candidate) => candidate.trim() === '*' || unquoted(candidate) === etag);

/** The conditions of a write: If-None-Match (only `*`) and If-Match. Throws PreconditionFailed or NoSuchKey. */
export function checkWrite({ objects }: Store, { request, bucket, key }: Call): void {
  const { 'if-none-match': none, 'if-match': match } = request.headers;
  if (none === undefined && match === undefined) return;
  const current = objects.find(bucket, key);
  const isThere = current !== undefined && !current.isMarker;
  if (none !== undefined && isThere) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (!isThere) throw new ServiceFault('NoSuchKey', 'The specified key does not exist.', 404, { Key: key });
  if (!matches(match, current.etag)) throw preconditionFailed('If-Match');
}

export const preconditionFailed = (Condition: string) =>
  new ServiceFault(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    412,
    { Condition },
  );
