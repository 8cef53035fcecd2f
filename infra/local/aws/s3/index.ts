import type {
  AwsRequest,
  AwsResponse,
  Context,
  Provisioned,
  Resource,
  Runtime,
  Service,
} from '../../context.ts';
import { openBodies } from './bodies.ts';
import { type Buckets, emitsEvents, openBuckets } from './buckets.ts';
import { errorReply, type Store } from './call.ts';
import { preflight, withCors } from './cors.ts';
import { openLifecycle } from './lifecycle.ts';
import { openScans } from './malware/scans.ts';
import { openNotifications } from './notifications.ts';
import { openObjects } from './objects.ts';
import { operationOf } from './routes.ts';
import { portOf } from './runtime.ts';
import { authorize } from './signature.ts';
import { openUploads } from './uploads.ts';

/** The object store: rows in the database, bodies in files, visible whole or not at all. */
export function createS3(ctx: Context): Service & { runtime: Partial<Runtime> } {
  const bodies = openBodies(ctx.dataDir);
  const notifications = openNotifications(ctx);
  const buckets = openBuckets(ctx);
  const objects = openObjects(ctx, bodies);
  const scans = openScans(ctx);
  const notify = {
    ...notifications,
    created(...[bucket, version, reason]: Parameters<typeof notifications.created>) {
      notifications.created(bucket, version, reason);
      scans.ask(bucket, version);
    },
  };
  const store: Store = { ctx, bodies, buckets, objects, uploads: openUploads(ctx, bodies), notify };
  const lifecycle = openLifecycle(store);
  scans.serve(store);

  return {
    name: 's3',
    handle: async (request) => handle(store, request),
    resource: async (resource) => provision(buckets, resource),
    async start() {
      bodies.sweep((id) => objects.holds(id) || store.uploads.holds(id));
      lifecycle.start();
      scans.start();
    },
    async stop() {
      scans.stop();
    },
    runtime: { s3: portOf(store) },
  };
}

function handle(store: Store, request: AwsRequest): AwsResponse {
  const [, bucketName = '', rawKey = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
  const found = store.buckets.find(bucketName);
  if (request.method === 'OPTIONS') return preflight(request, found);
  try {
    const key = decodeURIComponent(rawKey);
    const [name, operation] = operationOf(request, key);
    if (name !== 'PostObject') authorize(request, store.ctx.clock.now());
    const bucket = store.buckets.get(bucketName);
    store.ctx.meter.count('s3', name);
    return withCors(request, found, operation(store, { request, bucket, key }));
  } catch (error) {
    return withCors(request, found, errorReply(error, request.path));
  }
}

function provision(buckets: Buckets, resource: Resource): Provisioned {
  const { type, logicalId, properties } = resource;
  switch (type) {
    case 'AWS::S3::Bucket':
      return buckets.provision(resource);
    case 'AWS::S3::BucketPolicy':
      return { ref: String(properties.Bucket) };
    // What the CDK makes of `eventBridgeEnabled`: a function of its own would put the configuration.
    case 'Custom::S3BucketNotifications': {
      const configuration = (properties.NotificationConfiguration ?? {}) as Record<string, unknown>;
      const bucket = String(properties.BucketName);
      if (emitsEvents(configuration, bucket)) buckets.change(bucket, { emitsEvents: true });
      return { ref: logicalId };
    }
    case 'AWS::GuardDuty::MalwareProtectionPlan': {
      const { S3Bucket } = properties.ProtectedResource as {
        S3Bucket: { BucketName: string; ObjectPrefixes?: string[] };
      };
      buckets.change(S3Bucket.BucketName, { scanned: S3Bucket.ObjectPrefixes ?? [''] });
      return {
        ref: logicalId,
        attributes: { Arn: `arn:aws:guardduty:::malware-protection-plan/${logicalId}`, Status: 'ACTIVE' },
      };
    }
    default:
      throw new Error(`S3 does not provision ${type} (${logicalId})`);
  }
}
