import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangesOf } from '../../functions/documents/reading/ranges.ts';
import { readOurselves } from '../../functions/documents/reading/read-ourselves.adapter.ts';
import { sweep } from '../../functions/documents/reading/sweep.adapter.ts';
import { turns } from '../../functions/documents/reading/turns.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { paperDesk } from '../support/paper-desk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
const at = '2026-11-23T09:00:00.000Z';

async function queue() {
  const told: string[] = [];
  const power = { isCut: false };
  const waiting = turns(database.db, await database.table(), async (token) => {
    if (power.isCut) throw new Error('power cut');
    told.push(token);
  });
  const wait = (fileId: string, pages = 500) =>
    waiting.wait({ batchId: `of-${fileId}`, fileId, pages, taskToken: fileId }, at);
  return { ...waiting, wait, told, power };
}

describe('files of long batches take turns', () => {
  it('reads three at once, and the next one when one is read', async () => {
    const { wait, leave, told } = await queue();
    for (const file of ['a', 'b', 'c', 'd', 'e']) await wait(file);
    expect(told).toEqual(['a', 'b', 'c']);
    await leave('b', at);
    expect(told).toEqual(['a', 'b', 'c', 'd']);
    await leave('unknown', at);
    await leave('b', at);
    expect(told).toHaveLength(4);
  });

  it('lets the shorter of two batches go first', async () => {
    const { wait, leave, told } = await queue();
    for (const file of ['a', 'b', 'c']) await wait(file);
    await wait('long', 500);
    await wait('short', 40);
    await leave('a', at);
    expect(told.at(-1)).toBe('short');
  });

  it('gives no place away twice when files ask and leave at the same time', async () => {
    const { wait, leave, told } = await queue();
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((file) => wait(file)));
    expect(new Set(told).size).toBe(3);
    await Promise.all([...new Set(told)].map((file) => leave(file, at)));
    expect(new Set(told).size).toBe(6);
  });

  it('tells a file again whose turn came in a power cut, and finds turns that nobody ended', async () => {
    const { wait, told, power, ...waiting } = await queue();
    power.isCut = true;
    await expect(wait('a')).rejects.toThrow('power cut');
    power.isCut = false;
    const states = new Map([['a', 'reading']]);
    const look = (now: string) =>
      sweep({
        sweepJobs: async () => 0,
        turns: waiting,
        readFile: async (_batch, file) => ({ state: (states.get(file) ?? 'done') as 'done' }),
        now: () => now,
      });
    await look(at);
    expect(told).toEqual(['a']);
    for (const file of ['b', 'c', 'd']) await wait(file);
    expect(told).toEqual(['a', 'b', 'c']);
    await look('2026-11-23T11:00:00.000Z');
    // The file `a` is still being read; those of `b` and `c` ended without leaving.
    expect(told).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a page that hangs our own reader', () => {
  it('is left to a person after two tries, and the others are read before it', async () => {
    const desk = await paperDesk(database, { pages: 4 });
    const read: number[] = [];
    const asked: number[] = [];
    const deps = (hanging: number[]) => ({
      ...desk.places,
      keeping: desk.keeping,
      days: null,
      engine: {
        async read() {
          const page = asked.at(-1) as number;
          if (hanging.includes(page)) await new Promise(() => {});
          read.push(page);
          return {
            text: `Page ${page}`,
            confidence: 90,
            words: [],
            turned: 0 as const,
            isHandwritten: false,
            width: 40,
            height: 60,
          };
        },
      },
      objects: {
        read: async ({ key }: { key: string }) => {
          if (key.endsWith('read.jpg')) asked.push(Number(/(\d+)-read/.exec(key)?.[1]));
          return (desk.places.objects as { read(place: { key: string }): Promise<Uint8Array> }).read({ key });
        },
      } as never,
      pause: async () => {},
      log: () => {},
      now: () => at,
      dayOf: (instant: string) => instant.slice(0, 10),
    });
    const call = (retry: number, hanging: number[]) =>
      readOurselves(
        { batchId: 'b', fileId: 'f', pages: [1, 2, 3, 4], retry, isResumed: false },
        deps(hanging),
      );
    for (const retry of [0, 1]) {
      void call(retry, [2]);
      await expect.poll(async () => (await desk.page(2)).readings, { timeout: 20_000 }).toBe(retry + 1);
    }
    expect(read).toEqual([1, 3, 4]);
    expect(await call(2, [2])).toEqual({ until: null, pagesRead: 0 });
    expect((await desk.page(2)).state).toBe('reading');
    expect((await desk.page(4)).text).toBe('Page 4');
  });
});

describe('ranges of pages', () => {
  it.each([
    [3, 1],
    [10, 4],
    [60, 6],
    [500, 17],
    [1_000, 34],
  ])('make of %d pages %d calls, each page in one', (pages, calls) => {
    const ranges = rangesOf(pages);
    expect(ranges).toHaveLength(calls);
    expect(ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(pages);
  });

  it('leaves out those without anything to do', () => {
    expect(rangesOf(500, (page) => page === 31)).toEqual([{ from: 31, to: 60 }]);
  });
});
