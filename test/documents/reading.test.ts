import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { better, isLevel, nextTurn } from '../../functions/documents/image/orientation.ts';
import { newPage } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import { pageReader } from '../../functions/documents/reading/read-page.adapter.ts';
import type { Reading } from '../../functions/documents/reading/text-detection.adapter.ts';

const upright: Reading = {
  status: 'done',
  confidence: 93,
  lines: [{ text: 'Monsieur le Maire,', width: 0.3, height: 0.01 }],
};
const upsideDown: Reading = {
  ...upright,
  confidence: 31,
  lines: [{ text: 'ewdbM el jq', width: 0.3, height: 0.01 }],
};

/** A reader over one page in memory: `answers` are the readings of each job in turn. */
async function reading(answers: Reading[], changes: Partial<WorkPage> = {}) {
  const picture = await sharp({ create: { width: 40, height: 60, channels: 3, background: 'white' } })
    .webp()
    .toBuffer();
  let page: WorkPage = {
    ...newPage('f', 1),
    state: 'reading',
    image: 'pages/f/0001.webp',
    width: 40,
    height: 60,
    ...changes,
  };
  const told: string[] = [];
  const cut = { isNext: false };
  const started: string[] = [];
  const reader = pageReader({
    documentsBucket: 'documents',
    pages: {
      findPage: async () => structuredClone(page),
      savePage: async (next: WorkPage) => {
        page = structuredClone(next);
      },
      keepJob: async (_page: WorkPage, taskToken: string, jobId: string) => {
        if (page.state === 'reading' && page.reading?.taskToken === taskToken) page.reading.jobId = jobId;
      },
    } as never,
    objects: { read: async () => picture, write: async () => 'v' } as never,
    detection: {
      start: async (object: { key: string }) => {
        started.push(object.key);
        return `job-${started.length}`;
      },
      read: async (jobId: string) => answers[Number(jobId.slice(4)) - 1] ?? { status: 'running' },
    } as never,
    states: {
      send: async (command: { input: { taskToken: string } }) => {
        if (cut.isNext) {
          cut.isNext = false;
          throw new Error('power cut');
        }
        return told.push(command.input.taskToken);
      },
    } as never,
  });
  return { reader, told, started, cut, page: () => page };
}

describe('a page is read once and no letter waits for ever', () => {
  it('keeps the text when the notice comes and lets the machine go on', async () => {
    const { reader, told, page } = await reading([upright]);
    await reader.begin('f', 1, 'token');
    await reader.notice('f', 1, 'job-1');
    expect(page()).toMatchObject({
      state: 'read',
      text: 'Monsieur le Maire,',
      confidence: 93,
      turned: 0,
      source: 'ocr',
    });
    expect(told).toEqual(['token']);
  });

  it('changes nothing when the notice comes twice, or belongs to no page', async () => {
    const { reader, told, page } = await reading([upright]);
    await reader.begin('f', 1, 'token');
    await reader.notice('f', 1, 'job-1');
    const read = page();
    await reader.notice('f', 1, 'job-1');
    await reader.notice('f', 1, 'job-unknown');
    expect(page()).toEqual(read);
    expect(new Set(told)).toEqual(new Set(['token']));
  });

  it('tells the machine when the notice comes again after a power cut between keeping and telling', async () => {
    const { reader, told, cut, page } = await reading([upright]);
    await reader.begin('f', 1, 'token');
    cut.isNext = true;
    await expect(reader.notice('f', 1, 'job-1')).rejects.toThrow('power cut');
    expect(page().state).toBe('read');
    await reader.notice('f', 1, 'job-1');
    expect(told).toEqual(['token']);
  });

  it('finds the reading itself when the notice was lost, without paying again', async () => {
    const { reader, told, started } = await reading([upright]);
    await reader.begin('f', 1, 'first');
    await reader.begin('f', 1, 'second');
    expect(started).toHaveLength(1);
    expect(told).toEqual(['second']);
  });

  it('waits on under the new token while the job still runs', async () => {
    const { reader, told, page } = await reading([]);
    await reader.begin('f', 1, 'first');
    await reader.begin('f', 1, 'second');
    expect(told).toEqual([]);
    expect(page().reading?.taskToken).toBe('second');
  });

  it('starts a failed job again', async () => {
    const { reader, started, page } = await reading([{ status: 'failed' }, upright]);
    await reader.begin('f', 1, 'first');
    await reader.begin('f', 1, 'second');
    await reader.notice('f', 1, 'job-2');
    expect(started).toHaveLength(2);
    expect(page().state).toBe('read');
  });

  it('turns a page that lies on its head and shows it upright', async () => {
    const { reader, started, page, told } = await reading([upsideDown, upright]);
    await reader.begin('f', 1, 'token');
    await reader.notice('f', 1, 'job-1');
    expect(told).toEqual([]);
    await reader.notice('f', 1, 'job-2');
    expect(started).toEqual(['pages/f/0001-read.jpg', 'pages/f/0001-read-180.jpg']);
    expect(page()).toMatchObject({
      state: 'read',
      turned: 180,
      image: 'pages/f/0001-180.webp',
      confidence: 93,
    });
  });
});

describe('the upright reading is the one kept', () => {
  const attempt = (confidence: number, turned: number, level = true) => ({
    text: 'x',
    confidence,
    turned,
    isLevel: level,
  });
  it('prefers level lines, then the surer reading', () => {
    expect(better(attempt(88, 270, false), attempt(70, 0)).turned).toBe(0);
    expect(better(attempt(40, 0), attempt(90, 180)).turned).toBe(180);
  });
  it('stops at the first sure one, at an empty page, and after all four', () => {
    expect(nextTurn(attempt(85, 0))).toBeNull();
    expect(nextTurn({ ...attempt(0, 0), text: '' })).toBeNull();
    expect([0, 180, 90, 270].map((turned) => nextTurn(attempt(30, turned)))).toEqual([180, 90, 270, null]);
  });
  it('sees that lines stand on end', () => {
    const standing = { text: 'Monsieur le Maire', width: 0.01, height: 0.3 };
    expect(isLevel([standing], 1.4)).toBe(false);
    expect(isLevel([{ ...standing, width: 0.3, height: 0.01 }], 1.4)).toBe(true);
  });
});
