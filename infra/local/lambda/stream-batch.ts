import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, LambdaResult } from '../context.ts';
import type { Invoke } from './invoke.ts';
import { failuresIn, type Mapping } from './mappings.ts';
import type { StreamRecord } from './stream-reader.ts';

const LONGEST_PAUSE_MS = 5000;

type Options = {
  mapping: Mapping;
  invoke: Invoke;
  /** Everything up to and with this record is settled. */
  settled(record: StreamRecord): void;
  isRunning(): boolean;
  stopping: AbortSignal;
  shardId(): string;
};

/**
 * Hands one batch to the function until each of its records succeeded or was given up, in order: retries, halves,
 * partial failures, then the OnFailure destination. Answers false when the runtime stopped before the end.
 */
export async function deliverBatch(
  ctx: Context,
  records: StreamRecord[],
  options: Options,
): Promise<boolean> {
  const { mapping, invoke, settled, isRunning } = options;
  let left = records;
  for (let attempt = 0; left.length > 0; attempt++) {
    const result = await invoke(mapping.one, { Records: left });
    const done = doneOf(left, result, mapping.reportsFailures);
    const last = left[done - 1];
    if (last) settled(last);
    if (done > 0) attempt = 0;
    left = left.slice(done);
    if (left.length === 0) return true;
    if (!isRunning()) return false;
    if (mapping.bisects && left.length > 1) {
      const half = Math.ceil(left.length / 2);
      const first = await deliverBatch(ctx, left.slice(0, half), options);
      return first && deliverBatch(ctx, left.slice(half), options);
    }
    if (mapping.retries >= 0 && attempt >= mapping.retries) {
      await giveUp(ctx, left, attempt + 1, options);
      settled(left.at(-1) as StreamRecord);
      return true;
    }
    await pause(Math.min(100 * 2 ** attempt, LONGEST_PAUSE_MS), undefined, {
      signal: options.stopping,
    }).catch(() => undefined);
    if (!isRunning()) return false;
  }
  return true;
}

/** How many records from the start have succeeded. */
function doneOf(records: StreamRecord[], result: LambdaResult, reportsFailures: boolean): number {
  if (!result.ok) return 0;
  if (!reportsFailures) return records.length;
  const failed = failuresIn(result.payload);
  if (!failed) return 0;
  const first = records.findIndex((record) => failed.includes(record.dynamodb.SequenceNumber));
  return first < 0 ? (failed.length > 0 ? 0 : records.length) : first;
}

async function giveUp(
  ctx: Context,
  records: StreamRecord[],
  attempts: number,
  { mapping, shardId }: Options,
) {
  const [first, last] = [records[0], records.at(-1)] as [StreamRecord, StreamRecord];
  const now = ctx.clock.now().toISOString();
  process.stderr.write(`${mapping.id}: gave up ${records.length} records after ${attempts} attempts\n`);
  if (!mapping.onFailure) return;
  await ctx.runtime.deliver(mapping.onFailure, {
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.one.arn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: now,
    DDBStreamBatchInfo: {
      shardId: shardId(),
      startSequenceNumber: first.dynamodb.SequenceNumber,
      endSequenceNumber: last.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: now,
      approximateArrivalOfLastRecord: now,
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  });
}
