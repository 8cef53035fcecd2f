import type { Worker } from 'tesseract.js';

const IDLE_MS = 60_000;
/** A page that takes longer has put the engine out of order. */
const SLOWEST_MS = 180_000;

/** Up to `most` engines of one kind, started when they are wanted and stopped after a minute without work. */
export function openPool(most: number, start: () => Promise<Worker>) {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker | undefined) => void)[] = [];
  let alive = 0;
  let closing: NodeJS.Timeout | undefined;

  async function take(): Promise<Worker> {
    clearTimeout(closing);
    for (;;) {
      const ready = idle.pop();
      if (ready) return ready;
      if (alive < most) {
        alive++;
        return start().catch((error) => {
          dropped();
          throw error;
        });
      }
      const given = await new Promise<Worker | undefined>((resolve) => waiting.push(resolve));
      if (given) return given;
    }
  }

  /** A place became free without a worker: whoever waits may start one. */
  function dropped(): void {
    alive--;
    waiting.shift()?.(undefined);
  }

  function giveBack(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
    clearTimeout(closing);
    closing = setTimeout(() => void close(), IDLE_MS).unref();
  }

  async function close(): Promise<void> {
    clearTimeout(closing);
    const stopping = idle.splice(0);
    alive -= stopping.length;
    await Promise.all(stopping.map((worker) => worker.terminate()));
  }

  return {
    /** Lends an engine. One that failed is not trusted with the next page. */
    async use<T>(work: (worker: Worker) => Promise<T>): Promise<T> {
      const worker = await take();
      try {
        const result = await within(SLOWEST_MS, work(worker));
        giveBack(worker);
        return result;
      } catch (error) {
        await worker.terminate();
        dropped();
        throw error;
      }
    },
    close,
  };
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
