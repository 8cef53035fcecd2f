import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Context, Resource } from '../context.ts';
import { factsOf } from '../state.ts';
import type { Assembly, Asset } from './assembly.ts';
import { mediaTypeOf } from './media-types.ts';

type Properties = {
  SourceBucketNames: string[];
  SourceObjectKeys: string[];
  SourceMarkers?: Record<string, string>[];
  SourceMarkersConfig?: { jsonEscape?: boolean | string }[];
  DestinationBucketName: string;
  DestinationBucketKeyPrefix?: string;
  Prune?: boolean | string;
  SystemMetadata?: Record<string, string>;
  UserMetadata?: Record<string, string>;
};

/** Copies the folders of a bucket deployment into its bucket, unless this very deployment was made before. */
export function deployToBucket(
  ctx: Context,
  assembly: Assembly,
  { stack, logicalId, properties }: Resource,
): void {
  const given = properties as unknown as Properties;
  const facts = factsOf(ctx.db);
  const fact = `deployment:${stack}/${logicalId}`;
  const hash = createHash('sha256').update(JSON.stringify(given)).digest('hex');
  if (facts.get(fact) === hash) return;
  const prefix = given.DestinationBucketKeyPrefix?.replace(/\/?$/, '/') ?? '';
  const written = new Set<string>();
  given.SourceObjectKeys.forEach((objectKey, index) => {
    const asset = assembly.assets.get(`${given.SourceBucketNames[index]}/${objectKey}`);
    if (!asset) throw new Error(`its source ${objectKey} is not in the assembly`);
    const escapes = String(given.SourceMarkersConfig?.[index]?.jsonEscape) === 'true';
    for (const { name, body } of filesOf(asset)) {
      const key = prefix + name;
      const filled = fillMarkers(body, given.SourceMarkers?.[index] ?? {}, escapes);
      ctx.runtime.s3.put(given.DestinationBucketName, key, filled, metadataFor(name, given));
      written.add(key);
    }
  });
  if (String(given.Prune ?? true) !== 'false')
    for (const { key } of ctx.runtime.s3.list(given.DestinationBucketName, prefix))
      if (!written.has(key)) ctx.runtime.s3.delete(given.DestinationBucketName, key);
  facts.set(fact, hash);
}

function filesOf({ path }: Asset): { name: string; body: Buffer }[] {
  if (!statSync(path).isDirectory()) return [{ name: basename(path), body: readFileSync(path) }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: relative(path, file), body: readFileSync(file) }));
}

/** Values that were unknown when the asset was made (`<<marker:…>>`) are written into text files. */
function fillMarkers(body: Buffer, markers: Record<string, string>, escapes: boolean): Buffer {
  const names = Object.keys(markers);
  if (names.length === 0) return body;
  let text = body.toString('utf8');
  for (const name of names) {
    const value = String(markers[name]);
    text = text.replaceAll(name, escapes ? JSON.stringify(value).slice(1, -1) : value);
  }
  return Buffer.from(text);
}

function metadataFor(name: string, { SystemMetadata = {}, UserMetadata = {} }: Properties) {
  const { 'content-type': contentType, ...system } = SystemMetadata;
  return { contentType: contentType ?? mediaTypeOf(name), metadata: { ...UserMetadata, ...system } };
}
