import type { Objects } from '../../shared/objects.adapter.ts';
import type { PageTable } from '../batches/page-table.adapter.ts';
import { derivedId } from '../derived-id.adapter.ts';
import { packKey, readingKey } from '../object-keys.ts';
import type { DailyPages } from './daily-pages.adapter.ts';
import type { KeepReading } from './keep-reading.adapter.ts';
import { nextDay } from './next-day.ts';
import { packPages } from './pack-pages.adapter.ts';
import type { Pack, PackTable } from './pack-table.adapter.ts';
import { turnedWords } from './placed-words.ts';
import type { Detection, TextDetection } from './text-detection.adapter.ts';

/** Ends a wait of the machine; an answer that comes twice or too late changes nothing. */
export type Tell = (taskToken: string, output: object) => Promise<void>;
type Deps = {
  pages: PageTable;
  packs: PackTable;
  days: DailyPages;
  objects: Objects;
  detection: TextDetection;
  keeping: KeepReading;
  tell: Tell;
  documentsBucket: string;
  /** Tells clerks that a file stands still, or goes on. */
  pause(batchId: string, fileId: string, pause: 'daily-cap' | null): Promise<void>;
  now(): string;
  dayOf(instant: string): string;
};
type Asked = {
  batchId: string;
  fileId: string;
  pages: number[];
  isAlone: boolean;
  /** It stood still until today. */
  isResumed: boolean;
  taskToken: string;
};
const five = (number: number) => String(number).padStart(5, '0');

/** Reads pages together by one job of Textract, or one alone, and tells the machine which are left for another reader. */
export const packReader = (deps: Deps) => {
  const { pages, packs, days, objects, detection, keeping, tell, documentsBucket: bucket } = deps;

  /** The pack stays listed until the machine was told: what was cut short in between is told again. */
  async function finish(pack: Pack, left: number[]): Promise<void> {
    const done = { ...pack, isDone: true, left };
    await packs.savePack(done);
    await close(done);
  }
  async function close(pack: Pack): Promise<void> {
    await tell(pack.taskToken, { left: pack.left, until: pack.until });
    await packs.closePack(pack);
  }

  async function conclude(pack: Pack, found: Extract<Detection, { status: 'done' }>): Promise<void> {
    const left: number[] = [];
    for (const [index, page] of pack.pages.entries()) {
      const detected = found.pages.get(index + 1);
      if (!detected) left.push(page);
      else {
        const { read, turned } = detected;
        const upright = { ...read, words: turnedWords(read.words, turned) };
        await keeping.keep(pack.fileId, page, { ...detected, read: upright });
      }
    }
    await finish(pack, left);
  }

  async function start(pack: Pack): Promise<void> {
    const { fileId, id, pages: numbers, round } = pack;
    await packs.savePack(pack);
    const [only = 0] = numbers;
    const key = numbers.length === 1 ? readingKey(fileId, only, 0) : packKey(fileId, id);
    if (numbers.length > 1) {
      const pictures = async function* () {
        for (const page of numbers) yield objects.read({ bucket, key: readingKey(fileId, page, 0) });
      };
      await objects.write({ bucket, key }, await packPages(pictures()), 'application/pdf');
    }
    const token = derivedId(fileId, id, round, ...numbers);
    const jobId = await detection.start({ bucket, key }, token, `${fileId}.${id}`);
    if (jobId) await packs.keepJob(pack, jobId);
    else await finish(pack, numbers);
  }

  /** As many pages as the day still allows; a page read alone was counted with its pack. */
  async function allowed(pending: number[], isAlone: boolean): Promise<Pick<Pack, 'pages' | 'until'>> {
    if (isAlone) return { pages: pending, until: null };
    const now = deps.now();
    const most = await days.reserve(deps.dayOf(now), pending.length);
    const until = most < pending.length ? nextDay(now, deps.dayOf) : null;
    return { pages: pending.slice(0, most), until };
  }

  const checked = async (pack: Pack): Promise<boolean> => {
    if (!pack.jobId) return false;
    const found = await detection.read(pack.jobId);
    if (found.status === 'done') await conclude(pack, found);
    else if (found.status === 'failed') await finish(pack, pack.pages);
    return found.status !== 'running';
  };

  return {
    /**
     * Called by the machine, again with a new token when no notice came: a job that is done meanwhile is not repeated.
     * @throws ReaderBusy when Textract is throttled: the machine waits and calls again
     */
    async begin({ batchId, fileId, pages: numbers, isAlone, isResumed, taskToken }: Asked): Promise<void> {
      if (isResumed) await deps.pause(batchId, fileId, null);
      const known = new Map((await pages.listPages(fileId)).map((page) => [page.page, page]));
      const pending = numbers.filter((page) => known.get(page)?.state === 'reading');
      if (pending.length === 0) return tell(taskToken, { left: [], until: null });
      const id = `${isAlone ? 'page' : 'pack'}-${five(numbers[0] ?? 0)}`;
      const before = await packs.findPack(fileId, id);
      if (before && !before.isDone) {
        const pack = { ...before, taskToken };
        await packs.savePack(pack);
        if (!pack.jobId) return start(pack);
        await checked(pack);
        return;
      }
      const share = await allowed(pending, isAlone);
      if (share.until) await deps.pause(batchId, fileId, 'daily-cap');
      for (const page of pending.slice(share.pages.length))
        await pages.changeWhile({ fileId, page }, 'reading', { reason: 'daily-cap' });
      if (share.pages.length === 0) return tell(taskToken, { left: [], until: share.until });
      const round = (before?.round ?? 0) + 1;
      const startedAt = deps.now();
      await start({
        fileId,
        id,
        jobId: null,
        taskToken,
        round,
        startedAt,
        isDone: false,
        left: [],
        ...share,
      });
    },

    /** The notice of a job, perhaps the second one or of a job that was given up; `false` for one that nobody ever asked for. */
    async notice(fileId: string, id: string, jobId: string): Promise<boolean> {
      const pack = await packs.findPack(fileId, id);
      if (!pack) return false;
      if (pack.jobId && pack.jobId !== jobId) return true;
      if (pack.isDone) await close(pack);
      else await checked({ ...pack, jobId });
      return true;
    },

    /** Jobs whose notice may be lost are asked for themselves; answers how many were found done. */
    async sweep(before: string, limit: number): Promise<number> {
      let found = 0;
      for (const pack of await packs.openPacks(before, limit)) {
        if (pack.isDone) await close(pack);
        if (pack.isDone || (await checked(pack))) found++;
      }
      return found;
    },
  };
};
