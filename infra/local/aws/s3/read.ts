import type { AwsRequest, AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { type Call, matches, preconditionFailed, quoted, type Store, versionHeaders } from './call.ts';
import type { Version } from './objects.ts';

/** GetObject and HeadObject: conditions, ranges, versions, overridden headers. */
export function getObject({ objects, bodies }: Store, { request, bucket, key }: Call): AwsResponse {
  const version = found(() => objects.get(bucket, key, request.query.get('versionId') ?? undefined), request);
  const condition = unmet(request.headers, version);
  const headers: Record<string, string> = {
    ...headersOf(version, request),
    'x-amz-server-side-encryption': bucket.encryption,
    ...versionHeaders(bucket, version),
  };
  if (condition === 'not-modified') return { status: 304, headers: { etag: headers.etag ?? '' } };
  if (condition) throw preconditionFailed(condition);
  const range = rangeOf(request.headers.range, version.size);
  if (range) {
    headers['content-range'] = `bytes ${range.start}-${range.end}/${version.size}`;
    for (const name of Object.keys(version.checksums)) delete headers[name];
  }
  const { start, end } = range ?? { start: 0, end: version.size - 1 };
  headers['content-length'] = String(end - start + 1);
  const status = range ? 206 : 200;
  return request.method === 'HEAD'
    ? { status, headers }
    : { status, headers, body: bodies.read(version.body, start, end) };
}

/** HEAD has no body to say NoSuchKey in: the SDK makes NotFound of the status. */
function found(find: () => Version, request: AwsRequest): Version {
  try {
    return find();
  } catch (error) {
    if (request.method !== 'HEAD' || !(error instanceof ServiceFault)) throw error;
    throw new ServiceFault('NotFound', error.message, error.status);
  }
}

function headersOf(version: Version, { headers, query }: AwsRequest): Record<string, string> {
  const tagCount = Object.keys(version.tags).length;
  const answered: Record<string, string> = {
    ...version.headers,
    etag: quoted(version.etag),
    'last-modified': version.modified.toUTCString(),
    'accept-ranges': 'bytes',
    ...(tagCount ? { 'x-amz-tagging-count': String(tagCount) } : {}),
    ...(headers['x-amz-checksum-mode'] === 'ENABLED' ? version.checksums : {}),
  };
  for (const [name, value] of query)
    if (name.startsWith('response-')) answered[name.slice('response-'.length)] = value;
  return answered;
}

/** The condition that does not hold, in the order of RFC 9110 section 13.2.2. */
function unmet(
  headers: Record<string, string>,
  version: Version,
): 'not-modified' | 'If-Match' | 'If-Unmodified-Since' | undefined {
  const modified = Math.floor(version.modified.getTime() / 1000) * 1000;
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (match !== undefined && !matches(match, version.etag)) return 'If-Match';
  const unmodifiedSince = Date.parse(headers['if-unmodified-since'] ?? '');
  if (match === undefined && modified > unmodifiedSince) return 'If-Unmodified-Since';
  if (none !== undefined) return matches(none, version.etag) ? 'not-modified' : undefined;
  return modified <= Date.parse(headers['if-modified-since'] ?? '') ? 'not-modified' : undefined;
}

/** The bytes asked for; undefined when all of them are (no header, several ranges, nonsense). */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || start > end)
    throw new ServiceFault('InvalidRange', 'The requested range is not satisfiable', 416, {
      ActualObjectSize: size,
    });
  return { start, end };
}
