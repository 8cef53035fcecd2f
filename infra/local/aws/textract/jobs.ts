import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { blocksOf } from './blocks.ts';
import { noSuchObject } from './faults.ts';
import type { Job, JobStore, Location } from './job-store.ts';
import { type Document, openDocument } from './page-image.ts';
import type { Reader } from './reader.ts';

/** Pages in hand, of whatever jobs: as many as there are engines. */
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

type Running = { job: Job; document: Promise<Document>; left: number[]; inHand: number; failure?: Error };

/**
 * Runs all jobs side by side, as Textract does, with few engines: the next page is one of the job that has fewest left, so
 * that a small job does not wait for a large one. A page is kept as soon as it is read; the topic is told once all are.
 */
export function openJobs(ctx: Context, store: JobStore, reader: Reader) {
  const stopping = new AbortController();
  const running = new Map<string, Running>();
  const telling = new Set<Promise<void>>();
  let lanes = 0;

  ctx.busy.watch(() => [...running.keys()].map((id) => `textract: job ${id}`));

  async function open(job: Job): Promise<void> {
    const document = openDocument(fetchObject(ctx, job.document));
    const one: Running = { job, document, left: [], inHand: 0 };
    running.set(job.id, one);
    const known = store.readPages(job.id);
    const { pages } = await document;
    one.left = Array.from({ length: pages }, (_, at) => at + 1).filter((page) => !known.has(page));
    if (one.left.length === 0) await end(one);
    advance();
  }

  function advance(): void {
    while (lanes < LANES && !stopping.signal.aborted) {
      const [next] = [...running.values()]
        .filter(({ left }) => left.length > 0)
        .sort((one, other) => one.left.length - other.left.length);
      const page = next?.left.shift();
      if (!next || page === undefined) return;
      lanes++;
      next.inHand++;
      void readPage(next, page).finally(() => {
        lanes--;
        advance();
      });
    }
  }

  async function readPage(one: Running, page: number): Promise<void> {
    const { job } = one;
    try {
      const image = await (await one.document).page(page - 1);
      const read = await reader.read(image);
      if (stopping.signal.aborted) return;
      store.addPage(job.id, page, blocksOf(read, page, job.id));
      ctx.meter.count('textract', 'StartDocumentTextDetection', 1);
    } catch (error) {
      if (stopping.signal.aborted) return;
      one.failure ??= error as Error;
    }
    one.inHand--;
    if (one.left.length === 0 && one.inHand === 0) await end(one);
  }

  /** As on Textract, a job with some pages is a partial success, which names the others; one without any failed. */
  async function end({ job, document, failure }: Running): Promise<void> {
    const { pages, close } = await document;
    close();
    const read = store.readPages(job.id).size;
    const code = failure instanceof ServiceFault ? failure.code : 'InternalServerError';
    const reason = failure && `${code}: ${failure.message}`;
    store.end(job.id, read === pages ? 'SUCCEEDED' : read > 0 ? 'PARTIAL_SUCCESS' : 'FAILED', pages, reason);
    await finish(job);
  }

  async function finish({ id }: Job): Promise<void> {
    const done = tell(store.get(id) as Job).finally(() => {
      telling.delete(done);
      running.delete(id);
    });
    telling.add(done);
    await done;
  }

  function begin(job: Job): void {
    const failed = async (error: Error) => {
      const code = error instanceof ServiceFault ? error.code : 'InternalServerError';
      store.end(job.id, 'FAILED', undefined, `${code}: ${error.message}`);
      await finish(job);
    };
    const done = job.status === 'IN_PROGRESS' ? open(job).catch(failed) : finish(job);
    void done.catch((error) => process.stderr.write(`textract: job ${job.id}: ${error}\n`));
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
    add: begin,
    resume() {
      for (const job of store.open()) begin(job);
    },
    async stop() {
      stopping.abort();
      const quiet = async () => {
        while (lanes > 0) await pause(20);
      };
      await Promise.race([Promise.all([quiet(), ...telling]), pause(3000, undefined, { ref: false })]);
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
