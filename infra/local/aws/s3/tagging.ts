import type { AwsResponse } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { every, parseXml, textOf, type XmlElement } from '../wire/xml.ts';
import type { Bucket } from './buckets.ts';
import { type Call, type Store, versionHeaders, xmlReply } from './call.ts';
import type { Version } from './objects.ts';

export type Tags = Record<string, string>;

/** Tags as the x-amz-tagging header writes them: `a=1&b=2`. */
export const tagsFromQuery = (text: string): Tags => checked([...new URLSearchParams(text)]);

/** Tags of a `<Tagging>` document. */
export function tagsFromXml(source: string): Tags {
  const root = parseXml(source);
  const set = every(root, 'TagSet')[0] as XmlElement;
  return checked(every(set, 'Tag').map((tag) => [textOf(tag, 'Key') ?? '', textOf(tag, 'Value') ?? '']));
}

/** Replaces the tags of one version and tells of it. */
export function setTags({ ctx, objects, notify }: Store, bucket: Bucket, version: Version, tags: Tags): void {
  inOneUnit(ctx.db, () => {
    objects.tag(version, tags);
    notify.tagged(bucket, { ...version, tags });
  });
}

const versionOf = ({ objects }: Store, { request, bucket, key }: Call) =>
  objects.get(bucket, key, request.query.get('versionId') ?? undefined);

export function putObjectTagging(store: Store, call: Call): AwsResponse {
  const version = versionOf(store, call);
  setTags(store, call.bucket, version, tagsFromXml(call.request.body.toString('utf8')));
  return { status: 200, headers: versionHeaders(call.bucket, version) };
}

export function getObjectTagging(store: Store, call: Call): AwsResponse {
  const version = versionOf(store, call);
  const Tag = Object.entries(version.tags).map(([Key, Value]) => ({ Key, Value }));
  return xmlReply('Tagging', { TagSet: { Tag } }, versionHeaders(call.bucket, version));
}

export function deleteObjectTagging(store: Store, call: Call): AwsResponse {
  const version = versionOf(store, call);
  setTags(store, call.bucket, version, {});
  return { status: 204, headers: versionHeaders(call.bucket, version) };
}

function checked(pairs: [string, string][]): Tags {
  if (pairs.length > 10) throw new ServiceFault('BadRequest', 'Object tags cannot be greater than 10');
  const isTooLong = ([key, value]: [string, string]) =>
    key.length < 1 || key.length > 128 || value.length > 256;
  if (pairs.some(isTooLong))
    throw new ServiceFault('InvalidTag', 'The TagKey or TagValue you have provided is invalid');
  return Object.fromEntries(pairs);
}
