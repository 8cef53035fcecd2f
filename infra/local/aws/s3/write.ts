import { createHash } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import type { Bucket } from './buckets.ts';
import {
  type Call,
  checkWrite,
  matches,
  preconditionFailed,
  quoted,
  type Store,
  versionHeaders,
  xmlReply,
} from './call.ts';
import type { NewVersion, Version } from './objects.ts';
import { payloadOf } from './payload.ts';
import { tagsFromQuery } from './tagging.ts';

export type NewObject = Omit<NewVersion, 'size' | 'etag' | 'body'> & { readonly content: Buffer };

const KEPT_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

/** Stores an object and tells of it, in one unit. The only way a body becomes an object. */
export function store(to: Store, bucket: Bucket, { content, ...fresh }: NewObject, reason: string): Version {
  const etag = createHash('md5').update(content).digest('hex');
  return keep(to, bucket, { ...fresh, etag, size: content.length, body: to.bodies.write(content) }, reason);
}

export function keep(
  { ctx, objects, notify }: Store,
  bucket: Bucket,
  fresh: NewVersion,
  reason: string,
): Version {
  if (Buffer.byteLength(fresh.key) > 1024) throw new ServiceFault('KeyTooLongError', 'Your key is too long');
  return inOneUnit(ctx.db, () => {
    const version = objects.put(bucket, fresh);
    notify.created(bucket, version, reason);
    return version;
  });
}

export function putObject(to: Store, call: Call): AwsResponse {
  const { request, bucket, key } = call;
  const { body: content, checksums } = payloadOf(request);
  checkWrite(to, call);
  const tags = tagsFromQuery(request.headers['x-amz-tagging'] ?? request.query.get('x-amz-tagging') ?? '');
  const version = store(
    to,
    bucket,
    { key, content, checksums, headers: keptHeaders(request), tags },
    'PutObject',
  );
  return {
    status: 200,
    headers: { etag: quoted(version.etag), ...checksums, ...versionHeaders(bucket, version) },
  };
}

export function copyObject(to: Store, call: Call): AwsResponse {
  const { request, bucket, key } = call;
  const source = /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(
    request.headers['x-amz-copy-source'] ?? '',
  );
  if (!source?.[1] || !source[2])
    throw new ServiceFault('InvalidArgument', 'Copy Source must mention the source bucket and key');
  const from = to.objects.get(to.buckets.get(source[1]), decodeURIComponent(source[2]), source[3]);
  const condition = request.headers['x-amz-copy-source-if-match'];
  if (condition !== undefined && !matches(condition, from.etag))
    throw preconditionFailed('x-amz-copy-source-If-Match');
  checkWrite(to, call);
  const isReplaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const isRetagged = request.headers['x-amz-tagging-directive'] === 'REPLACE';
  const fresh: NewObject = {
    key,
    content: to.bodies.read(from.body),
    checksums: from.checksums,
    headers: isReplaced ? keptHeaders(request) : from.headers,
    tags: isRetagged ? tagsFromQuery(request.headers['x-amz-tagging'] ?? '') : from.tags,
  };
  const version = store(to, bucket, fresh, 'CopyObject');
  const copied = { LastModified: version.modified.toISOString(), ETag: quoted(version.etag) };
  const headers = { ...versionHeaders(bucket, version), 'x-amz-copy-source-version-id': from.versionId };
  return xmlReply('CopyObjectResult', copied, headers);
}

/** What S3 keeps of an upload's headers and gives back with the object. Presigned URLs hoist x-amz-meta-… into the query. */
export function keptHeaders({
  headers,
  query,
}: Pick<AwsRequest, 'headers' | 'query'>): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of [...query, ...Object.entries(headers)])
    if (KEPT_HEADERS.includes(name.toLowerCase()) || name.toLowerCase().startsWith('x-amz-meta-'))
      kept[name.toLowerCase()] = value;
  const encodings = (kept['content-encoding'] ?? '').split(',').map((encoding) => encoding.trim());
  const real = encodings.filter((encoding) => encoding && encoding !== 'aws-chunked').join(',');
  delete kept['content-encoding'];
  return real ? { ...kept, 'content-encoding': real } : kept;
}
