import { inOneUnit } from '../wire/savepoint.ts';
import type { Bucket, LifecycleRule } from './buckets.ts';
import type { Store } from './call.ts';
import { remove } from './delete.ts';
import type { Version } from './objects.ts';

const DAY = 86_400_000;
const REASON = 'Lifecycle Expiration';
const PAGE = 500;

/** Expiration rules, applied each midnight UTC of the virtual clock. */
export function openLifecycle(store: Store) {
  const { ctx, buckets } = store;
  const arm = (after: number) => {
    const midnight = (Math.floor(after / DAY) + 1) * DAY;
    ctx.clock.at('s3:lifecycle', new Date(midnight), 's3-lifecycle', {});
  };
  ctx.clock.on('s3-lifecycle', (_, due) => {
    const rules = buckets.all().flatMap((bucket) => bucket.lifecycle.map((rule) => ({ bucket, rule })));
    for (const { bucket, rule } of rules)
      if (rule.Status === 'Enabled') apply(store, bucket, rule, due.getTime());
    // From the due date, so that a calendar moved by months passes through every night.
    arm(due.getTime());
  });
  return {
    start(): void {
      if (buckets.all().some((bucket) => bucket.lifecycle.length > 0)) arm(ctx.clock.now().getTime());
    },
  };
}

function apply(store: Store, bucket: Bucket, rule: LifecycleRule, now: number): void {
  const isOld = (since: Date, days: number | undefined) =>
    days !== undefined && (Math.floor(since.getTime() / DAY) + 1 + days) * DAY <= now;
  const prefix = rule.Prefix ?? '';
  inOneUnit(store.ctx.db, () => {
    for (const versions of versionsByKey(store, bucket, rule, prefix))
      expire(store, bucket, rule, versions, isOld);
    for (const upload of store.uploads.of(bucket))
      if (
        upload.key.startsWith(prefix) &&
        isOld(upload.started, rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation)
      )
        store.uploads.end(upload);
  });
}

/** Applies a rule to all versions of one key, newest first. A version is noncurrent since its successor came. */
function expire(
  store: Store,
  bucket: Bucket,
  rule: LifecycleRule,
  versions: Version[],
  isOld: (since: Date, days: number | undefined) => boolean,
): void {
  const drop = (version: Version, versionId?: string) =>
    remove(store, bucket, version.key, versionId, REASON);
  const matches = ({ tags }: Version) =>
    (rule.TagFilters ?? []).every(({ Key, Value }) => tags[Key] === Value);
  const [latest, ...older] = versions;
  if (!latest) return;
  if (latest.isMarker && older.length === 0 && rule.ExpiredObjectDeleteMarker) drop(latest, latest.versionId);
  else if (!latest.isMarker && matches(latest) && isOld(latest.modified, rule.ExpirationInDays)) drop(latest);
  const days = rule.NoncurrentVersionExpiration?.NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays;
  for (const [index, version] of older.entries())
    if (matches(version) && isOld((versions[index] as Version).modified, days))
      drop(version, version.versionId);
}

/** Page by page, since removing while iterating would upset a cursor. Nothing when the rule removes no version. */
function* versionsByKey(
  { objects }: Store,
  bucket: Bucket,
  rule: LifecycleRule,
  prefix: string,
): Generator<Version[]> {
  const removes = [
    rule.ExpirationInDays,
    rule.ExpiredObjectDeleteMarker,
    rule.NoncurrentVersionExpiration,
    rule.NoncurrentVersionExpirationInDays,
  ];
  if (removes.every((part) => part === undefined)) return;
  let after = { key: '', seq: 0 };
  let group: Version[] = [];
  for (;;) {
    const page = objects.versions(bucket, prefix, after, PAGE);
    for (const version of page) {
      if (group.length > 0 && group[0]?.key !== version.key) {
        yield group;
        group = [];
      }
      group.push(version);
    }
    const last = page.at(-1);
    if (!last) break;
    after = last;
  }
  if (group.length > 0) yield group;
}
