import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import type { LambdaFunction } from './function.ts';
import type { Invoke } from './invoke.ts';

/** What an asynchronous invocation may still do when its function fails (AWS::Lambda::EventInvokeConfig). */
export type AsyncConfig = { retries: number; onFailure?: string; onSuccess?: string };
type Row = { id: string; arn: string; payload: string; attempts: number; due: number };

const DEFAULTS: AsyncConfig = { retries: 2 };
/** AWS waits one minute, then two; nobody watching a demonstration should. */
const RETRY_AFTER_MS = [1000, 2000];
const TOGETHER = 8;

export type AsyncInvocations = {
  configure(functionName: string, config: AsyncConfig): void;
  add(one: LambdaFunction, payload: unknown): void;
  start(): void;
  stop(): void;
};

/** Event invocations: kept until they succeeded or were handed to the dead-letter target; taken up again after a restart. */
export function createAsync(
  ctx: Context,
  invoke: Invoke,
  find: (arn: string) => LambdaFunction | undefined,
): AsyncInvocations {
  ctx.db.exec(`CREATE TABLE IF NOT EXISTS lambda_async (id TEXT PRIMARY KEY, arn TEXT NOT NULL, payload TEXT NOT NULL,
    attempts INTEGER NOT NULL, due INTEGER NOT NULL) STRICT`);
  const insert = ctx.db.prepare('INSERT INTO lambda_async VALUES (?, ?, ?, 0, ?)');
  const remove = ctx.db.prepare('DELETE FROM lambda_async WHERE id = ?');
  const later = ctx.db.prepare('UPDATE lambda_async SET attempts = attempts + 1, due = ? WHERE id = ?');
  const waiting = ctx.db.prepare('SELECT * FROM lambda_async ORDER BY due');
  const total = ctx.db.prepare('SELECT count(*) AS n FROM lambda_async');
  const configs = new Map<string, AsyncConfig>();
  const inHand = new Map<string, string>();
  let running = false;
  let alarm: NodeJS.Timeout | undefined;

  ctx.busy.watch(() => {
    const n = (total.get() as { n: number }).n - inHand.size;
    return n > 0 ? [`${n} asynchronous invocations`] : [];
  });

  function pump() {
    if (!running) return;
    clearTimeout(alarm);
    for (const row of waiting.all() as Row[]) {
      if (inHand.has(row.id)) continue;
      const wait = row.due - Date.now();
      if (wait > 0) {
        alarm = setTimeout(pump, wait);
        return;
      }
      const together = [...inHand.values()].filter((arn) => arn === row.arn).length;
      if (together < TOGETHER) void attempt(row);
    }
  }

  async function attempt(row: Row) {
    inHand.set(row.id, row.arn);
    const one = find(row.arn);
    const payload = JSON.parse(row.payload) as unknown;
    try {
      if (!one) throw new Error(`no function ${row.arn}`);
      const config = configs.get(one.name) ?? DEFAULTS;
      const result = await invoke(one, payload, { requestId: row.id });
      if (!result.ok && row.attempts < config.retries) {
        later.run(Date.now() + (RETRY_AFTER_MS[row.attempts] ?? 2000), row.id);
        return;
      }
      await conclude(one, config, row, payload, result);
      remove.run(row.id);
    } catch (error) {
      process.stderr.write(`asynchronous invocation of ${row.arn}: ${(error as Error).message}\n`);
      remove.run(row.id);
    } finally {
      inHand.delete(row.id);
      setImmediate(pump);
    }
  }

  async function conclude(
    one: LambdaFunction,
    config: AsyncConfig,
    row: Row,
    payload: unknown,
    result: Awaited<ReturnType<Invoke>>,
  ) {
    const target = result.ok ? config.onSuccess : config.onFailure;
    if (target) await ctx.runtime.deliver(target, record(one, row, payload, result, ctx.clock.now()));
    if (!result.ok && one.deadLetterArn) await ctx.runtime.deliver(one.deadLetterArn, payload);
  }

  return {
    configure: (name, config) => void configs.set(name, config),
    add(one, payload) {
      insert.run(randomUUID(), one.arn, JSON.stringify(payload ?? {}), Date.now());
      setImmediate(pump);
    },
    start() {
      running = true;
      pump();
    },
    stop() {
      running = false;
      clearTimeout(alarm);
    },
  };
}

/** The record Lambda sends to a destination. */
function record(
  one: LambdaFunction,
  row: Row,
  payload: unknown,
  result: Awaited<ReturnType<Invoke>>,
  now: Date,
) {
  return {
    version: '1.0',
    timestamp: now.toISOString(),
    requestContext: {
      requestId: row.id,
      functionArn: `${one.arn}:$LATEST`,
      condition: result.ok ? 'Success' : 'RetriesExhausted',
      approximateInvokeCount: row.attempts + 1,
    },
    requestPayload: payload,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(!result.ok && { functionError: 'Unhandled' }),
    },
    responsePayload: result.ok ? result.payload : result.error,
  };
}
