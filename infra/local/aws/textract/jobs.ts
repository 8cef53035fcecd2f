import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { blocksOf } from './blocks.ts';
import { noSuchObject } from './faults.ts';
import type { Job, JobStore, Location } from './job-store.ts';
import { type Document, openDocument } from './page-image.ts';
import type { Reader } from './reader.ts';

const AT_ONCE = 2;
/** Pages of one job in hand: as many as there are engines. */
const LANES = 2;

export function fetchObject(ctx: Context, { Bucket, Name, Version }: Location): Buffer {
  try {
    const found = ctx.runtime.s3.get(Bucket, Name, Version);
    if (found) return found.body;
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error;
  }
  throw noSuchObject();
}

/** Runs the jobs in order of arrival. A page is kept as soon as it is read; the topic is told once all are. */
export function openJobs(ctx: Context, store: JobStore, reader: Reader) {
  const stopping = new AbortController();
  const queue: Job[] = [];
  const running = new Map<string, Promise<void>>();

  ctx.busy.watch(() => [...queue.map((job) => job.id), ...running.keys()].map((id) => `textract: job ${id}`));

  function advance(): void {
    while (running.size < AT_ONCE && !stopping.signal.aborted) {
      const job = queue.shift();
      if (!job) return;
      const done = run(job)
        .catch((error) => {
          process.stderr.write(`textract: job ${job.id}: ${error}\n`);
        })
        .finally(() => {
          running.delete(job.id);
          advance();
        });
      running.set(job.id, done);
    }
  }

  async function run(job: Job): Promise<void> {
    if (job.status === 'IN_PROGRESS') {
      try {
        const pages = await readAll(job);
        if (stopping.signal.aborted) return;
        store.end(job.id, 'SUCCEEDED', pages);
      } catch (error) {
        if (stopping.signal.aborted) return;
        const code = error instanceof ServiceFault ? error.code : 'InternalServerError';
        store.end(job.id, 'FAILED', undefined, `${code}: ${(error as Error).message}`);
      }
    }
    await tell(store.get(job.id) as Job);
  }

  async function readAll(job: Job): Promise<number> {
    const document: Document = await openDocument(fetchObject(ctx, job.document));
    try {
      const known = store.readPages(job.id);
      const left = Array.from({ length: document.pages }, (_, at) => at + 1)
        .filter((page) => !known.has(page))
        .values();
      const lane = async () => {
        for (const page of left) {
          const image = await document.page(page - 1);
          const read = await reader.read(image);
          if (stopping.signal.aborted) return;
          store.addPage(job.id, page, blocksOf(read, page, job.id));
          ctx.meter.count('textract', 'StartDocumentTextDetection', 1);
        }
      };
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
      for (const end of lanes) if (end.status === 'rejected') throw end.reason;
      return document.pages;
    } finally {
      document.close();
    }
  }

  async function tell(job: Job): Promise<void> {
    for (let attempt = 0; job.topic && !stopping.signal.aborted; attempt++) {
      try {
        await ctx.runtime.deliver(job.topic, JSON.stringify(messageOf(job, ctx.clock.now())));
        break;
      } catch (error) {
        if (attempt >= 5) throw error;
        await pause(200 * 2 ** attempt, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    if (!stopping.signal.aborted) store.notified(job.id);
  }

  return {
    add(job: Job) {
      queue.push(job);
      advance();
    },
    resume() {
      queue.push(...store.open());
      advance();
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all(running.values()), pause(3000, undefined, { ref: false })]);
      await reader.close();
    },
  };
}

/** What Textract publishes to the topic of a job. */
function messageOf(job: Job, now: Date) {
  return {
    JobId: job.id,
    Status: job.status,
    API: 'StartDocumentTextDetection',
    ...(job.tag === undefined ? {} : { JobTag: job.tag }),
    Timestamp: now.getTime(),
    DocumentLocation: { S3ObjectName: job.document.Name, S3Bucket: job.document.Bucket },
  };
}
