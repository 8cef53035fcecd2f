import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { BadDocument } from './faults.ts';
import type { PageImage } from './page-image.ts';

const WORKERS = 2;
const IDLE_MS = 60_000;
/** A page that takes longer has put the engine out of order. */
const SLOWEST_MS = 180_000;
const MODEL = join(
  dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/fra/package.json'))),
  '4.0.0_best_int',
);

export type Reader = ReturnType<typeof openReader>;

/** Reads French pages with two engines, started at the first page and stopped after a minute without any. */
export function openReader() {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker | undefined) => void)[] = [];
  let alive = 0;
  let closing: NodeJS.Timeout | undefined;

  async function take(): Promise<Worker> {
    clearTimeout(closing);
    for (;;) {
      const ready = idle.pop();
      if (ready) return ready;
      if (alive < WORKERS) {
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
    async read(image: PageImage): Promise<Page> {
      const worker = await take();
      try {
        const { data } = await within(SLOWEST_MS, recognize(worker, image));
        giveBack(worker);
        return data;
      } catch (error) {
        // An engine that failed is not trusted with the next page.
        await worker.terminate();
        dropped();
        throw new BadDocument(`The page could not be read: ${String((error as Error)?.message ?? error)}`);
      }
    },
    close,
  };
}

async function start(): Promise<Worker> {
  const worker = await createWorker('fra', OEM.LSTM_ONLY, {
    langPath: MODEL,
    cacheMethod: 'none',
    // Without a handler, an unreadable image would end the whole process.
    errorHandler: () => {},
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return worker;
}

async function recognize(worker: Worker, { data, dpi }: PageImage) {
  await worker.setParameters({ user_defined_dpi: String(dpi) });
  return worker.recognize(data, {}, { blocks: true, text: false });
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
