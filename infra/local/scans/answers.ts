import { existsSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { moveTo, writeReason } from './folder.ts';
import type { Taken, takenFiles } from './taken.ts';

/** Brings the product's answers back: `done/…`, or `failed/…` with its reason in `failed/….txt`. */
export function answers(ctx: Context, folder: string, taken: ReturnType<typeof takenFiles>) {
  let after = 0;

  const version = (bucket: string, key: string) =>
    ctx.runtime.s3.list(bucket, key).find((object) => object.key === key)?.versionId;

  function versions(bucket: string, path: string): Record<string, string> {
    const keys = [`done/${path}`, `failed/${path}`, `failed/${path}.txt`];
    const found = keys.map((key) => [key, version(bucket, key)] as const);
    return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  /** Keys of the answers that are newer than the file. */
  const fresh = (bucket: string, { path, before }: Taken) =>
    Object.entries(versions(bucket, path))
      .filter(([key, id]) => before[key] !== id)
      .map(([key]) => key);

  function fileOne(bucket: string, one: Taken): void {
    const keys = fresh(bucket, one);
    const reason = keys.find((key) => key === `failed/${one.path}.txt`);
    const kind = one.state === 'failed' || keys.some((key) => key.startsWith('failed/')) ? 'failed' : 'done';
    if (!keys.length) return;
    // Whoever finds the file finds its reason beside it.
    const explain = (at: string) => {
      if (reason) writeReason(at, ctx.runtime.s3.get(bucket, reason)?.body.toString('utf8') ?? '');
    };
    let { place } = one;
    if (!place) {
      place = join(folder, kind, one.path);
      const own = join(folder, '.taken', String(one.id));
      if (existsSync(join(own, 'file'))) {
        place = moveTo(join(own, 'file'), place, explain);
        rmdirSync(own);
      } else explain(place);
    } else explain(place);
    if (kind === 'done' || reason) taken.change(one.id, 'answered');
    else taken.change(one.id, 'failed', place);
  }

  return {
    versions,
    /** Whether an answer is there that the folder does not show yet. */
    isWaiting: (bucket: string) =>
      taken.unanswered(0).some((one) => one.state === 'moved' && fresh(bucket, one).length > 0),
    /** Files the answers of up to a hundred files, then goes on with the next ones. */
    file(bucket: string): void {
      const some = taken.unanswered(after);
      after = some.length === 100 ? (some.at(-1)?.id ?? 0) : 0;
      for (const one of some) fileOne(bucket, one);
    },
  };
}
