import type { AwsResponse } from '../../context.ts';
import type { XmlTree } from '../wire/xml.ts';
import { type Call, quoted, type Store, xmlReply } from './call.ts';
import type { Version } from './objects.ts';

/** Beyond every key that begins with the text before it. */
const AFTER_ALL = '\u{10ffff}';

export function listObjectsV2(store: Store, { request, bucket }: Call): AwsResponse {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const max = maxKeys(query);
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after') ?? undefined;
  let after = token ? Buffer.from(token, 'base64url').toString('utf8') : (startAfter ?? '');
  const contents: Version[] = [];
  const prefixes: string[] = [];
  const next = () => store.objects.list(bucket, prefix, after, delimiter ? 1 : max - contents.length);
  let page = next();
  while (page.length > 0 && contents.length + prefixes.length < max) {
    for (const version of page) {
      const cut = delimiter ? version.key.indexOf(delimiter, prefix.length) : -1;
      const common = version.key.slice(0, cut + delimiter.length);
      if (cut < 0) contents.push(version);
      else prefixes.push(common);
      after = cut < 0 ? version.key : common + AFTER_ALL;
    }
    page = contents.length + prefixes.length < max ? next() : [];
  }
  const isTruncated = store.objects.list(bucket, prefix, after, 1).length > 0;
  const encoded = encoder(query);
  return xmlReply('ListBucketResult', {
    Name: bucket.name,
    Prefix: encoded(prefix),
    Delimiter: delimiter || undefined,
    MaxKeys: max,
    EncodingType: query.get('encoding-type') ?? undefined,
    KeyCount: contents.length + prefixes.length,
    IsTruncated: isTruncated,
    ContinuationToken: token ?? undefined,
    StartAfter: startAfter,
    NextContinuationToken: isTruncated ? Buffer.from(after).toString('base64url') : undefined,
    Contents: contents.map((version) => ({ Key: encoded(version.key), ...entry(version) })),
    CommonPrefixes: prefixes.map((common) => ({ Prefix: encoded(common) })),
  });
}

export function listObjectVersions(store: Store, { request, bucket }: Call): AwsResponse {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const max = maxKeys(query);
  const keyMarker = query.get('key-marker') ?? '';
  const versionMarker = query.get('version-id-marker');
  const marked = versionMarker ? store.objects.find(bucket, keyMarker, versionMarker)?.seq : undefined;
  const found = store.objects.versions(bucket, prefix, { key: keyMarker, seq: marked ?? 0 }, max + 1);
  const shown = found.slice(0, max);
  const last = shown.at(-1);
  const isTruncated = found.length > max;
  const encoded = encoder(query);
  const asEntry = (version: Version): XmlTree => ({
    Key: encoded(version.key),
    VersionId: version.versionId,
    IsLatest: version.isLatest,
    ...(version.isMarker ? { LastModified: version.modified.toISOString() } : entry(version)),
  });
  return xmlReply('ListVersionsResult', {
    Name: bucket.name,
    Prefix: encoded(prefix),
    MaxKeys: max,
    IsTruncated: isTruncated,
    NextKeyMarker: isTruncated ? encoded(last?.key ?? '') : undefined,
    NextVersionIdMarker: isTruncated ? last?.versionId : undefined,
    Version: shown.filter((version) => !version.isMarker).map(asEntry),
    DeleteMarker: shown.filter((version) => version.isMarker).map(asEntry),
  });
}

const entry = (version: Version) => ({
  LastModified: version.modified.toISOString(),
  ETag: quoted(version.etag),
  Size: version.size,
  StorageClass: 'STANDARD',
});

const maxKeys = (query: URLSearchParams) =>
  Math.min(1000, Math.max(1, Number(query.get('max-keys') ?? 1000)));

const encoder = (query: URLSearchParams) => (text: string) =>
  query.get('encoding-type') === 'url' ? encodeURIComponent(text).replaceAll('%2F', '/') : text;
