import { createHash } from 'node:crypto';
import type { Context, Provisioned, Resource } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';

export type CorsRule = {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[];
  ExposedHeaders?: string[];
  MaxAge?: number;
};
export type LifecycleRule = {
  Status: string;
  Prefix?: string;
  TagFilters?: { Key: string; Value: string }[];
  ExpirationInDays?: number;
  ExpiredObjectDeleteMarker?: boolean;
  NoncurrentVersionExpiration?: { NoncurrentDays: number; NewerNoncurrentVersions?: number };
  NoncurrentVersionExpirationInDays?: number;
  AbortIncompleteMultipartUpload?: { DaysAfterInitiation: number };
};
export type Bucket = {
  readonly name: string;
  readonly isVersioned: boolean;
  readonly emitsEvents: boolean;
  readonly cors: CorsRule[];
  readonly lifecycle: LifecycleRule[];
  /** AES256 or aws:kms, as answered with each object; bodies are not encrypted on one machine. */
  readonly encryption: string;
  /** Days that no version may be deleted, by anybody. */
  readonly lockedForDays?: number;
  /** Key prefixes that the malware plan covers; undefined when no plan names the bucket. */
  readonly scanned?: string[];
};

export type Buckets = ReturnType<typeof openBuckets>;

/** The buckets of the template with what their properties ask for. */
export function openBuckets(ctx: Context) {
  ctx.db.exec('CREATE TABLE IF NOT EXISTS s3_buckets(name TEXT PRIMARY KEY, properties TEXT NOT NULL)');
  const known = new Map<string, Bucket>();
  const save = ctx.db.prepare(
    'INSERT INTO s3_buckets VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET properties = excluded.properties',
  );
  for (const row of ctx.db.prepare('SELECT * FROM s3_buckets').all())
    known.set(String(row.name), asBucket(String(row.name), JSON.parse(String(row.properties))));

  function get(name: string): Bucket {
    const bucket = known.get(name);
    if (bucket) return bucket;
    throw new ServiceFault('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name });
  }

  return {
    get,
    find: (name: string) => known.get(name),
    all: () => [...known.values()],
    change: (name: string, change: Partial<Bucket>) => void known.set(name, { ...get(name), ...change }),
    provision(resource: Resource): Provisioned {
      const name = String(resource.properties.BucketName ?? generatedName(resource));
      save.run(name, JSON.stringify(resource.properties));
      known.set(name, asBucket(name, resource.properties));
      return { ref: name, attributes: attributesOf(name, ctx) };
    },
  };
}

/** The rules of the product's bucket, wherever CloudFormation nests them. */
function asBucket(name: string, properties: Record<string, unknown>): Bucket {
  const part = (key: string) => (properties[key] ?? {}) as Record<string, unknown>;
  const notifications = part('NotificationConfiguration');
  return {
    name,
    isVersioned: part('VersioningConfiguration').Status === 'Enabled' || isTrue(properties.ObjectLockEnabled),
    emitsEvents: emitsEvents(notifications, name),
    cors: (part('CorsConfiguration').CorsRules ?? []) as CorsRule[],
    encryption: encryptionOf(part('BucketEncryption')),
    lifecycle: (part('LifecycleConfiguration').Rules ?? []) as LifecycleRule[],
    ...lockOf(part('ObjectLockConfiguration'), name),
  };
}

/** The default retention of a bucket under object lock; only the mode that nobody gets around is served. */
function lockOf(configuration: Record<string, unknown>, bucket: string): Pick<Bucket, 'lockedForDays'> {
  type Rule = { DefaultRetention?: { Mode?: string; Days?: number | string; Years?: number | string } };
  const retention = (configuration.Rule as Rule | undefined)?.DefaultRetention;
  if (!retention) return {};
  if (retention.Mode !== 'COMPLIANCE' || !retention.Days)
    throw new Error(`S3 bucket ${bucket}: only object lock in compliance mode, in days, is served locally`);
  return { lockedForDays: Number(retention.Days) };
}

/** Whether a notification configuration turns EventBridge on; other targets are refused, since nobody would serve them. */
export function emitsEvents(configuration: Record<string, unknown>, bucket: string): boolean {
  const others = ['Lambda', 'Queue', 'Topic'].flatMap((kind) => [
    `${kind}Configurations`,
    `${kind}FunctionConfigurations`,
  ]);
  const refused = others.filter((key) => ((configuration[key] ?? []) as unknown[]).length > 0);
  if (refused.length)
    throw new Error(`S3 bucket ${bucket}: ${refused.join(', ')} not served locally; use EventBridge`);
  const bridge = configuration.EventBridgeConfiguration as { EventBridgeEnabled?: unknown } | undefined;
  return bridge !== undefined && isTrue(bridge.EventBridgeEnabled ?? true);
}

function encryptionOf(configuration: Record<string, unknown>): string {
  type Rule = { ServerSideEncryptionByDefault?: { SSEAlgorithm?: string } };
  const [rule] = (configuration.ServerSideEncryptionConfiguration ?? []) as Rule[];
  return rule?.ServerSideEncryptionByDefault?.SSEAlgorithm ?? 'AES256';
}

function generatedName({ stack, logicalId }: Resource): string {
  const name = `${stack}-${logicalId}`.toLowerCase().replace(/[^a-z0-9-]/g, '-');
  const suffix = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 8);
  return `${name.slice(0, 54)}-${suffix}`;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';

const attributesOf = (name: string, { region, origin }: Context): Record<string, string> => ({
  Arn: `arn:aws:s3:::${name}`,
  DomainName: `${name}.s3.amazonaws.com`,
  RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
  DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
  WebsiteURL: `${origin}/_aws/s3/${name}`,
});
