import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOneUnit } from './aws/wire/savepoint.ts';
import type { Context, Service } from './context.ts';
import { deployed } from './deployed.ts';
import { answers } from './scans/answers.ts';
import { type Batch, batchesIn, contentTypeOf, type Found, moveTo, tidy } from './scans/folder.ts';
import { takenFiles } from './scans/taken.ts';

const EVERY_MS = 200;
const STABLE_MS = 400;
/** A batch written this long ago was moved here whole, by a rename. */
const SETTLED_MS = 2000;

type FindBucket = (logicalIdPrefix: string) => string | undefined;

/**
 * The scan folder: complete batches go to the drop bucket under `scans/`, and the product's answers (`done/…`, `failed/…`)
 * come back as moves of the local files.
 */
export function createScans(
  ctx: Context,
  findBucket: FindBucket = (prefix) => deployed(ctx, 'AWS::S3::Bucket', prefix)[0]?.ref,
): Service {
  const folder = join(ctx.dataDir, 'scans');
  for (const name of ['done', 'failed', '.taken']) mkdirSync(join(folder, name), { recursive: true });
  const taken = takenFiles(ctx.db);
  const seen = new Map<string, { mark: string; since: number }>();
  const answered = answers(ctx, folder, taken);
  let timer: NodeJS.Timeout | undefined;

  ctx.busy.watch(() => {
    const bucket = findBucket('Drop');
    if (!bucket) return [];
    const waiting = batchesIn(folder).map((batch) => `scans: ${batch.name} to take`);
    return answered.isWaiting(bucket) ? [...waiting, 'scans: answers to file'] : waiting;
  });

  function isComplete(batch: Batch): boolean {
    const mark = batch.files.map(markOf).join();
    const former = seen.get(batch.name);
    const now = Date.now();
    if (former?.mark !== mark) seen.set(batch.name, { mark, since: now });
    const isSettled = batch.files.every((file) => now - file.modified > SETTLED_MS);
    return former?.mark === mark && (isSettled || now - former.since >= STABLE_MS);
  }

  /** The object and the register's line are one unit; the move follows, and is caught up with after a kill. */
  function take(bucket: string, { path, ...file }: Found): void {
    const content = readFileSync(join(folder, path));
    if (content.length !== file.size) return;
    inOneUnit(ctx.db, () => {
      taken.add(path, markOf({ path, ...file }), answered.versions(bucket, path));
      ctx.runtime.s3.put(bucket, `scans/${path}`, content, { contentType: contentTypeOf(path) });
    });
  }

  /** A batch that cannot be read holds up no other. */
  function takeWhole(bucket: string, { name, files }: Batch): void {
    try {
      for (const file of files) take(bucket, file);
      moveTaken();
    } catch (error) {
      seen.delete(name);
      process.stderr.write(`scans: ${(error as Error).stack}\n`);
    }
  }

  function moveTaken(): void {
    const lying = new Map(
      batchesIn(folder).flatMap((batch) => batch.files.map((file) => [markOf(file), file])),
    );
    for (const { id, path, mark } of taken.unmoved()) {
      if (lying.has(mark)) {
        moveTo(join(folder, path), join(folder, '.taken', String(id), 'file'));
        tidy(folder, path);
      }
      taken.change(id, 'moved');
    }
  }

  function tick(): void {
    try {
      const bucket = findBucket('Drop');
      if (!bucket) return;
      const batches = batchesIn(folder);
      for (const name of seen.keys()) if (!batches.some((batch) => batch.name === name)) seen.delete(name);
      for (const batch of batches.filter(isComplete)) takeWhole(bucket, batch);
      answered.file(bucket);
    } catch (error) {
      process.stderr.write(`scans: ${(error as Error).stack}\n`);
    }
  }

  return {
    name: 'scans',
    async start() {
      moveTaken();
      timer = setInterval(tick, EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
    },
  };
}

const markOf = ({ path, size, modified, inode }: Found) => `${path}:${inode}:${size}:${modified}`;
