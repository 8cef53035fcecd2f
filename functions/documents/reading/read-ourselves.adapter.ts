import type { Objects } from '../../shared/objects.adapter.ts';
import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { measureImage } from '../image/image.adapter.ts';
import { readingKey } from '../object-keys.ts';
import type { DailyPages } from './daily-pages.adapter.ts';
import type { Engine } from './engine.adapter.ts';
import type { KeepReading } from './keep-reading.adapter.ts';
import { nextDay } from './next-day.ts';

type Deps = {
  pages: PageTable;
  /** Null where the pages were counted already, by the reader that did not read them. */
  days: DailyPages | null;
  /** Tells clerks that a file stands still, or goes on. */
  pause(batchId: string, fileId: string, pause: 'daily-cap' | null): Promise<void>;
  objects: Objects;
  engine: Pick<Engine, 'read'>;
  keeping: KeepReading;
  documentsBucket: string;
  log(code: string, ids: Record<string, string | number>): void;
  now(): string;
  dayOf(instant: string): string;
};
export type ReadOurselves = {
  batchId: string;
  fileId: string;
  pages: number[];
  retry: number;
  /** It stood still until today. */
  isResumed: boolean;
};

/** A page that brought the reader down twice is left to a person, without text. */
const mostTries = 2;

/**
 * Reads pages one by one with our own reader. What was read stays read when a page brings the function down: the machine
 * calls again, and a page that did so twice is passed over. `until` is when what was too much for today goes on; `pagesRead`
 * is what the invocation was paid for.
 */
export async function readOurselves(
  { batchId, fileId, pages: numbers, retry, isResumed }: ReadOurselves,
  deps: Deps,
): Promise<{ until: string | null; pagesRead: number }> {
  if (isResumed) await deps.pause(batchId, fileId, null);
  const wanted = new Set(numbers);
  const pending = (await deps.pages.listPages(fileId)).filter(
    ({ page, state }) => wanted.has(page) && state === 'reading',
  );
  // Those that were never tried come first: what hangs the reader must not keep it from the others.
  const inTurn = pending.sort((one, other) => (one.readings ?? 0) - (other.readings ?? 0));
  let pagesRead = 0;
  for (const [index, page] of inTurn.entries()) {
    const tries = (page.readings ?? 0) + (page.lastReading === retry ? 0 : 1);
    if (tries > mostTries) continue;
    if (!page.isCounted && deps.days) {
      const now = deps.now();
      const isAllowed = (await deps.days.reserve(deps.dayOf(now), 1)) === 1;
      if (!isAllowed) {
        await deps.pause(batchId, fileId, 'daily-cap');
        for (const waiting of inTurn.slice(index))
          await deps.pages.changeWhile(waiting, 'reading', { reason: 'daily-cap' });
        return { until: nextDay(now, deps.dayOf), pagesRead };
      }
    }
    const tried = { readings: tries, lastReading: retry, isCounted: true };
    await deps.pages.changeWhile(page, 'reading', tried);
    await read(page, deps);
    pagesRead++;
  }
  return { until: null, pagesRead };
}

/** A picture that cannot be read is no failure of the others: its page stays without text. */
async function read({ fileId, page }: WorkPage, { objects, engine, keeping, documentsBucket, log }: Deps) {
  try {
    const bytes = await objects.read({ bucket: documentsBucket, key: readingKey(fileId, page, 0) });
    const { dpi } = await measureImage(bytes);
    const { turned, text, confidence, words, isHandwritten } = await engine.read(bytes, dpi || 200);
    await keeping.keep(fileId, page, { read: { text, confidence, words }, turned, isHandwritten });
  } catch (error) {
    log('page-not-read', { fileId, page, error: (error as Error).name });
  }
}
