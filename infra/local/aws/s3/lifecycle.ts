import { inOneUnit } from '../wire/savepoint.ts';
import type { Bucket, LifecycleRule } from './buckets.ts';
import type { Store } from './call.ts';
import { remove } from './delete.ts';
import type { Version } from './objects.ts';

const DAY = 86_400_000;
const REASON = 'Lifecycle Expiration';

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
  const isOld = (since: number, days: number) => Math.floor(since / DAY) * DAY + (days + 1) * DAY <= now;
  const matches = ({ tags }: Version) =>
    (rule.TagFilters ?? []).every(({ Key, Value }) => tags[Key] === Value);
  const noncurrentDays =
    rule.NoncurrentVersionExpiration?.NoncurrentDays ?? rule.NoncurrentVersionExpirationInDays;
  inOneUnit(store.ctx.db, () => {
    let newer: Version | undefined;
    let isAlone = true;
    for (const version of versionsOf(store, bucket, rule.Prefix ?? '')) {
      const successor = newer?.key === version.key ? newer : undefined;
      if (newer?.isMarker && newer.isLatest && isAlone && !successor && rule.ExpiredObjectDeleteMarker)
        remove(store, bucket, newer.key, newer.versionId, REASON);
      isAlone = !successor;
      newer = version;
      if (!matches(version)) continue;
      const isExpired =
        rule.ExpirationInDays !== undefined && isOld(version.modified.getTime(), rule.ExpirationInDays);
      if (version.isLatest && !version.isMarker && isExpired)
        remove(store, bucket, version.key, undefined, REASON);
      else if (
        successor &&
        noncurrentDays !== undefined &&
        isOld(successor.modified.getTime(), noncurrentDays)
      )
        remove(store, bucket, version.key, version.versionId, REASON);
    }
    const abortDays = rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation;
    if (abortDays === undefined) return;
    for (const upload of store.uploads.of(bucket))
      if (upload.key.startsWith(rule.Prefix ?? '') && isOld(upload.started.getTime(), abortDays))
        store.uploads.end(upload);
  });
}

/** Page by page, since removing while iterating would upset a cursor. */
function* versionsOf({ objects }: Store, bucket: Bucket, prefix: string): Generator<Version> {
  let after = { key: '', seq: 0 };
  for (;;) {
    const page = objects.versions(bucket, prefix, after, 500);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last;
  }
}
