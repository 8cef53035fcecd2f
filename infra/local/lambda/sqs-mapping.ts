import { matchesPattern } from '../aws/events/pattern.ts';
import { checkPattern } from '../aws/events/pattern-check.ts';
import type { SqsRecord } from '../aws/sqs/port.ts';
import type { Context } from '../context.ts';
import { failuresIn, LONGEST_WINDOW_MS, type Mapping, type RunningMapping, type Tools } from './mappings.ts';

/** A lease long enough that only the end of the runtime ends it: this process says itself what failed. */
const LEASE_MS = 60 * 60_000;
const MAY_END_WITHIN_MS = 2500;

/** Hands the messages of a queue to a function in batches, a few at a time. */
export function createSqsMapping(
  ctx: Context,
  mapping: Mapping,
  { invoke, pool, sources }: Tools,
): RunningMapping {
  const { sourceArn, one } = mapping;
  const patterns = mapping.filters.map((text) => checkPattern(JSON.parse(text)));
  const inHand = new Set<Promise<void>>();
  let running = false;
  let gathering: NodeJS.Timeout | undefined;
  let leave = () => {};

  function pump() {
    gathering = undefined;
    const together = Math.min(mapping.concurrency ?? Number.POSITIVE_INFINITY, pool.limit(one));
    while (running && inHand.size < together) {
      const records = sources.sqs().receive(sourceArn, mapping.batchSize, LEASE_MS);
      if (records.length === 0) return;
      const work = handle(records).finally(() => {
        inHand.delete(work);
        if (running) pump();
      });
      inHand.add(work);
    }
  }

  function wake() {
    if (mapping.windowMs === 0) return pump();
    gathering ??= setTimeout(pump, Math.min(mapping.windowMs, LONGEST_WINDOW_MS));
  }

  async function handle(all: SqsRecord[]): Promise<void> {
    const end = ctx.busy.begin(`queue ${sourceArn.split(':').at(-1)}`);
    try {
      const records = all.filter((record) => fits(record));
      // What a filter leaves out is dropped, as Lambda does.
      for (const record of all)
        if (!records.includes(record)) sources.sqs().delete(sourceArn, record.receiptHandle);
      if (records.length === 0) return;
      const Records = records.map((record) => ({
        ...record,
        eventSource: 'aws:sqs',
        eventSourceARN: sourceArn,
        awsRegion: ctx.region,
      }));
      const result = await invoke(one, { Records });
      const reported = result.ok && mapping.reportsFailures ? failuresIn(result.payload) : [];
      for (const record of records)
        settle(record, result.ok && reported !== undefined && !reported.includes(record.messageId));
    } catch (error) {
      process.stderr.write(`${mapping.id}: ${(error as Error).stack}\n`);
      for (const record of all) settle(record, false);
    } finally {
      end();
    }
  }

  function settle(record: SqsRecord, isDone: boolean) {
    if (isDone) return sources.sqs().delete(sourceArn, record.receiptHandle);
    sources
      .sqs()
      .release(sourceArn, record.receiptHandle, patience(sources.sqs().visibilityMs(sourceArn), record));
  }

  function fits(record: SqsRecord): boolean {
    if (patterns.length === 0) return true;
    const event = { ...record, body: parsed(record.body) };
    return patterns.some((pattern) => matchesPattern(pattern, event));
  }

  return {
    async start() {
      running = true;
      leave = sources.sqs().onMessage(sourceArn, wake);
      pump();
    },
    async stop() {
      running = false;
      clearTimeout(gathering);
      leave();
      await Promise.race([
        Promise.all(inHand),
        new Promise((resolve) => setTimeout(resolve, MAY_END_WITHIN_MS).unref()),
      ]);
    },
  };
}

/** AWS retries when the visibility timeout ends, minutes later: here sooner, and later each time. */
function patience(visibilityMs: number, record: SqsRecord): number {
  const received = Number(record.attributes.ApproximateReceiveCount ?? 1);
  return Math.min(visibilityMs, 500 * 2 ** received);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
