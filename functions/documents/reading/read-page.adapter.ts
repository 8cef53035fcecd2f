import type { SFNClient } from '@aws-sdk/client-sfn';
import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import type { Objects } from '../../shared/objects.adapter.ts';
import type { PageTable, WorkPage } from '../batches/page-table.adapter.ts';
import { derivedId } from '../derived-id.adapter.ts';
import { turnStored } from '../image/image.adapter.ts';
import { better, isLevel, nextTurn } from '../image/orientation.ts';
import { readingKey } from '../object-keys.ts';
import type { Reading, TextDetection } from './text-detection.adapter.ts';

type Deps = {
  pages: PageTable;
  objects: Objects;
  detection: TextDetection;
  states: SFNClient;
  documentsBucket: string;
};

/** Reads one page: begins a job, and when it is done turns the page and reads it again, or keeps the best reading. */
export const pageReader = ({ pages, objects, detection, states, documentsBucket: bucket }: Deps) => {
  async function finish(page: WorkPage): Promise<void> {
    const taskToken = page.reading?.taskToken;
    // The token stays with the page: a notice that was cut short before the machine was told comes again, and tells it.
    const { best, ...kept } = page;
    const turned = best?.turned ?? 0;
    if (page.state !== 'read') {
      const read: WorkPage = {
        ...kept,
        state: 'read',
        source: 'ocr',
        turned,
        text: best?.text ?? '',
        confidence: Math.round(best?.confidence ?? 0),
      };
      await pages.savePage(turned === 0 ? read : await turnShown(read, turned));
    }
    if (taskToken) await tell(taskToken);
  }

  /** A page already turned (its height and width changed places) is not turned again by a repeat: a new key is written. */
  async function turnShown(page: WorkPage, turned: number): Promise<WorkPage> {
    if (!page.image) return page;
    const image = page.image.replace(/\.webp$/, `-${turned}.webp`);
    const bytes = await turnStored(await objects.read({ bucket, key: page.image }), turned);
    await objects.write({ bucket, key: image }, bytes, 'image/webp');
    const isOnSide = turned % 180 !== 0;
    const { width, height } = page;
    return { ...page, image, width: isOnSide ? height : width, height: isOnSide ? width : height };
  }

  async function tell(taskToken: string): Promise<void> {
    await states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' })).catch((error: Error) => {
      // Told twice, or later than the machine waits: the page itself holds the reading.
      if (!['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes(error.name)) throw error;
    });
  }

  async function start(page: WorkPage, taskToken: string, turned: number, attempt: string): Promise<void> {
    const reading = { jobId: null, taskToken, turned };
    await pages.savePage({ ...page, reading });
    const key = readingKey(page.fileId, page.page, turned);
    const token = derivedId(page.fileId, page.page, turned, attempt);
    const jobId = await detection.start({ bucket, key }, token, `${page.fileId}.${page.page}`);
    await pages.keepJob(page, taskToken, jobId);
  }

  async function conclude(page: WorkPage, taskToken: string, read: Extract<Reading, { status: 'done' }>) {
    const turned = page.reading?.turned ?? 0;
    const ratio = page.height / Math.max(1, page.width);
    const attempt = {
      text: read.lines.map((line) => line.text).join('\n'),
      confidence: read.confidence,
      turned,
      isLevel: isLevel(read.lines, turned % 180 === 0 ? ratio : 1 / ratio),
    };
    const best = page.best ? better(page.best, attempt) : attempt;
    const next = nextTurn(attempt);
    if (next === null || best.text === '') return finish({ ...page, best });
    const upright = await objects.read({ bucket, key: readingKey(page.fileId, page.page, 0) });
    const key = readingKey(page.fileId, page.page, next);
    await objects.write({ bucket, key }, await turnStored(upright, next), 'image/jpeg');
    await start({ ...page, best }, taskToken, next, '');
  }

  return {
    /** Called by the machine, again with a new token when no notice came: a job that is done meanwhile is not repeated. */
    async begin(fileId: string, number: number, taskToken: string): Promise<void> {
      const page = await pages.findPage(fileId, number);
      if (page?.state !== 'reading') return tell(taskToken);
      const { jobId = null, turned = 0 } = page.reading ?? {};
      if (!jobId) return start(page, taskToken, turned, '');
      const read = await detection.read(jobId);
      if (read.status === 'done')
        return conclude({ ...page, reading: { jobId, taskToken, turned } }, taskToken, read);
      if (read.status === 'failed') return start(page, taskToken, turned, taskToken);
      await pages.savePage({ ...page, reading: { jobId, taskToken, turned } });
    },

    /** The notice of a job, perhaps the second one, perhaps of a job nobody waits for any more. */
    async notice(fileId: string, number: number, jobId: string): Promise<void> {
      const page = await pages.findPage(fileId, number);
      if (!page?.reading) return;
      if (page.reading.jobId && page.reading.jobId !== jobId) return;
      if (page.state !== 'reading') return tell(page.reading.taskToken);
      const read = await detection.read(jobId);
      // A job that failed is tried again by the machine, whose wait ends.
      if (read.status === 'done') await conclude(page, page.reading.taskToken, read);
    },
  };
};
