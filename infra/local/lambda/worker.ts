import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { shiftDate } from './shifted-date.ts';

export type WorkerData = { files: string[]; exported: string; offset: Float64Array };
export type Call = { id: number; payload: string; timeoutMs: number; context: Record<string, unknown> };
export type Answer =
  | { id: number; ok: true; payload: string; durationMs: number }
  | { id: number; ok: false; error: LambdaError; durationMs: number };
/** `loaded`: said once, when the bundle is there or cannot be. */
export type Said = Answer | 'loaded';
export type LambdaError = { errorType: string; errorMessage: string; stackTrace?: string[] };

type Handler = (
  event: unknown,
  context: unknown,
  callback: (error: unknown, result: unknown) => void,
) => unknown;

const { files, exported, offset } = workerData as WorkerData;
const machineNow = Date.now.bind(Date);
const port = parentPort;
if (!port) throw new Error('this file runs as a worker');

shiftDate(offset);
const loading = load();
// A bundle that cannot be loaded fails each invocation; it must not fail the worker before the first one is told.
loading.catch(() => undefined).then(() => port.postMessage('loaded' satisfies Said));

async function load(): Promise<Handler> {
  const file = files.find(existsSync);
  if (!file)
    throw Object.assign(new Error(`Cannot find module '${files[0]}'`), { name: 'Runtime.ImportModuleError' });
  const bundle = (await import(pathToFileURL(file).href)) as Record<string, unknown> & {
    default?: Record<string, unknown>;
  };
  const handler = bundle[exported] ?? bundle.default?.[exported];
  if (typeof handler !== 'function')
    throw Object.assign(new Error(`${exported} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  return handler as Handler;
}

port.on('message', async (call: Call) => {
  let started = performance.now();
  const durationMs = () => performance.now() - started;
  try {
    const handler = await loading;
    started = performance.now();
    const deadline = machineNow() + call.timeoutMs;
    const context = {
      ...call.context,
      getRemainingTimeInMillis: () => Math.max(0, deadline - machineNow()),
      callbackWaitsForEmptyEventLoop: true,
    };
    const result = await run(handler, JSON.parse(call.payload), context);
    port.postMessage({
      id: call.id,
      ok: true,
      payload: JSON.stringify(result ?? null),
      durationMs: durationMs(),
    } satisfies Answer);
  } catch (error) {
    port.postMessage({
      id: call.id,
      ok: false,
      error: described(error),
      durationMs: durationMs(),
    } satisfies Answer);
  }
});

function run(handler: Handler, event: unknown, context: unknown): Promise<unknown> {
  if (handler.length < 3) return Promise.resolve(handler(event, context, () => undefined));
  return new Promise((resolve, reject) => {
    const answered = handler(event, context, (error, result) => (error ? reject(error) : resolve(result)));
    if (answered instanceof Promise) answered.then(resolve, reject);
  });
}

function described(error: unknown): LambdaError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return {
    errorType: error.name,
    errorMessage: error.message,
    stackTrace: error.stack?.split('\n').slice(0, 20),
  };
}
