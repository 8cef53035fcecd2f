import { setTimeout as pause } from 'node:timers/promises';
import { matchesPattern } from '../aws/events/pattern.ts';
import { checkPattern } from '../aws/events/pattern-check.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../state.ts';
import { LONGEST_WINDOW_MS, type Mapping, type RunningMapping, type Tools } from './mappings.ts';
import { deliverBatch } from './stream-batch.ts';
import { createStreamReader, type StreamRecord } from './stream-reader.ts';

/** Every write passes through the runtime and wakes its stream; this is only a net below. */
const LOOK_EVERY_MS = 1000;
const MAY_END_WITHIN_MS = 2500;

/** Hands the changes of a table to a function, in order, from where it had come to. */
export function createStreamMapping(
  ctx: Context,
  mapping: Mapping,
  { invoke, sources }: Tools,
): RunningMapping {
  const { sourceArn } = mapping;
  const table = /table\/([^/]+)\//.exec(sourceArn)?.[1] ?? '';
  const reader = createStreamReader(ctx, sources.dynamo.database, sourceArn);
  const patterns = mapping.filters.map((text) => checkPattern(JSON.parse(text)));
  const facts = factsOf(ctx.db);
  const place = `lambda.stream:${mapping.id}:${sourceArn}`;
  const stopping = new AbortController();
  let running = false;
  let loop: Promise<void> | undefined;
  // Writes heard of, and how many of them had been when the stream was last found empty.
  let heard = 1;
  let seen = 0;
  let processing = false;
  let rouse = () => {};

  ctx.busy.watch(() =>
    running && (seen < heard || processing) ? [`stream of ${table} to ${mapping.one.name}`] : [],
  );
  sources.dynamo.onWrite((body) => {
    if (!body.includes(`"${table}"`)) return;
    heard++;
    rouse();
  });

  async function run() {
    while (running) {
      const upTo = heard;
      const records = await gathered().catch(failed);
      processing = Boolean(records?.length);
      if (records && records.length > 0) await process(records).catch(failed);
      else {
        if (records) seen = upTo;
        if (running && seen === heard) await asleep();
      }
    }
  }

  const isWanted = (record: StreamRecord) =>
    !patterns.length || patterns.some((one) => matchesPattern(one, record));

  /** What stands in the stream; with a window, what came until the window of the first wanted record has closed. */
  async function gathered(): Promise<StreamRecord[]> {
    const read = () => reader.read(facts.get(place), mapping.batchSize);
    const records = await read();
    if (mapping.windowMs === 0 || records.length >= mapping.batchSize || !records.some(isWanted))
      return records;
    processing = true;
    await pause(Math.min(mapping.windowMs, LONGEST_WINDOW_MS), undefined, { signal: stopping.signal }).catch(
      () => undefined,
    );
    return running ? read() : [];
  }

  async function process(records: StreamRecord[]) {
    const wanted = records.filter(isWanted);
    const settled = (record: StreamRecord) => facts.set(place, record.dynamodb.SequenceNumber);
    const isRunning = () => running;
    const { signal } = stopping;
    const isDone = await deliverBatch(ctx, wanted, {
      mapping,
      invoke,
      settled,
      isRunning,
      stopping: signal,
      shardId: reader.shardId,
    });
    if (isDone) settled(records.at(-1) as StreamRecord);
  }

  async function failed(error: Error): Promise<undefined> {
    if (running) globalThis.process.stderr.write(`${mapping.id}: ${error.message}\n`);
    await asleep();
  }

  function asleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    async start() {
      // A stream read from its end keeps that end before anybody can write: neither a write nor a kill may lose it.
      if (facts.get(place) === undefined) facts.set(place, mapping.fromStart ? '0' : await reader.last());
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      stopping.abort();
      rouse();
      await Promise.race([loop, new Promise((resolve) => setTimeout(resolve, MAY_END_WITHIN_MS).unref())]);
    },
  };
}
