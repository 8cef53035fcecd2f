import { Worker } from 'node:worker_threads';
import type { Context, LambdaResult } from '../context.ts';
import { environmentOf } from './environment.ts';
import { entryOf, type LambdaFunction } from './function.ts';
import type { Call, Said, WorkerData } from './worker.ts';

export type Invocation = { readonly requestId: string; readonly payload: string };
export type Outcome = LambdaResult & { durationMs: number };

/** One sandbox: runs one invocation at a time, as Lambda does, and is thrown away when it crashes or overruns. */
export type Thread = {
  readonly accessKeyId: string;
  idleSince: number;
  /** Its code is loaded, or never will be. */
  readonly loaded: Promise<void>;
  isAlive(): boolean;
  run(invocation: Invocation): Promise<Outcome>;
  stop(): Promise<void>;
  /** Ends it at once, as a lack of memory does: what it did stands, what it runs has failed. */
  crash(): void;
};

/** A little more than Lambda's smallest: a worker has no compiled cache to start from. */
const SMALLEST_HEAP_MB = 256;
/** As on Lambda, loading does not count for the timeout: a busy machine would end a function again and again before its first line. */
const LOADED_WITHIN_MS = 30_000;

type Options = {
  one: LambdaFunction;
  ctx: Context;
  offset: Float64Array;
  accessKeyId: string;
  log(chunk: Buffer): void;
  gone(): void;
};

export function openThread({ one, ctx, offset, accessKeyId, log, gone }: Options): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...entryOf(one), offset } satisfies WorkerData,
    env: environmentOf(one, ctx, accessKeyId),
    execArgv: [],
    resourceLimits: {
      maxYoungGenerationSizeMb: 16,
      maxOldGenerationSizeMb: Math.max(one.memoryMb, SMALLEST_HEAP_MB),
    },
    stdout: true,
    stderr: true,
    name: one.name,
  });
  worker.stdout.on('data', log);
  worker.stderr.on('data', log);
  const { promise: loaded, resolve: isLoaded } = Promise.withResolvers<void>();
  let calls = 0;
  let waiting: ((outcome: Outcome) => void) | undefined;
  let started = 0;
  let alive = true;
  const settle = (outcome: Outcome) => {
    waiting?.(outcome);
    waiting = undefined;
  };
  const failed = (errorType: string, errorMessage: string): Outcome => ({
    ok: false,
    error: { errorType, errorMessage },
    durationMs: Date.now() - started,
  });
  worker.on('message', (answer: Said) => {
    if (answer === 'loaded') return isLoaded();
    if (answer.id !== calls) return;
    if (answer.ok) settle({ ok: true, payload: JSON.parse(answer.payload), durationMs: answer.durationMs });
    else settle({ ok: false, error: answer.error, durationMs: answer.durationMs });
  });
  worker.on('error', (error) => {
    alive = false;
    log(Buffer.from(`${(error as Error).stack ?? error}\n`));
    settle(failed((error as Error).name ?? 'Runtime.ExitError', (error as Error).message ?? String(error)));
  });
  worker.on('exit', () => {
    alive = false;
    isLoaded();
    settle(failed('Runtime.ExitError', 'the function ended its process'));
    gone();
  });

  return {
    accessKeyId,
    loaded,
    idleSince: Date.now(),
    isAlive: () => alive,
    async run({ requestId, payload }) {
      started = Date.now();
      const { timeoutMs } = one;
      const id = ++calls;
      const overrun = () => {
        alive = false;
        settle(failed('Sandbox.Timedout', `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`));
        void worker.terminate();
      };
      let watch = setTimeout(overrun, LOADED_WITHIN_MS + timeoutMs);
      void loaded.then(() => {
        if (!waiting || calls !== id) return;
        clearTimeout(watch);
        watch = setTimeout(overrun, timeoutMs);
      });
      const outcome = new Promise<Outcome>((resolve) => {
        waiting = resolve;
      });
      const context = contextOf(one, requestId, accessKeyId);
      worker.postMessage({ id, payload, timeoutMs, context } satisfies Call);
      return outcome.finally(() => clearTimeout(watch));
    },
    crash() {
      alive = false;
      void worker.terminate();
    },
    async stop() {
      // Whoever waits is going too: no answer is better than a failure that would be written down.
      waiting = undefined;
      await worker.terminate();
    },
  };
}

function contextOf(one: LambdaFunction, requestId: string, stream: string): Record<string, unknown> {
  return {
    awsRequestId: requestId,
    functionName: one.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: one.arn,
    memoryLimitInMB: String(one.memoryMb),
    logGroupName: `/aws/lambda/${one.name}`,
    logStreamName: `local/${stream}`,
  };
}
