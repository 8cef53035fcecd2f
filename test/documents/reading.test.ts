import { GetDocumentTextDetectionCommand, StartDocumentTextDetectionCommand } from '@aws-sdk/client-textract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dailyPages } from '../../functions/documents/reading/daily-pages.adapter.ts';
import { nextDay } from '../../functions/documents/reading/next-day.ts';
import { ReaderBusy } from '../../functions/documents/reading/text-detection.adapter.ts';
import { decodeWords } from '../../functions/documents/reading/words-file.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import { dayIn } from '../../functions/shared/clock.adapter.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { blocksOfPage, paperDesk } from '../support/paper-desk.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
const fault = (name: string) => Object.assign(new Error(name), { name });
const three = [
  ...blocksOfPage(1, 'Madame la Maire'),
  ...blocksOfPage(2, ''),
  ...blocksOfPage(3, 'Cordialement'),
];

describe('pages are read together, and each gets what is its own', () => {
  it('starts one job for all and shares its text out, the words beside it with their boxes', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', three);
    await desk.begin([1, 2, 3]);
    expect(desk.started()).toHaveLength(1);
    const packed = await openPdf(desk.stored.get('packs/f/pack-00001.pdf') as Uint8Array);
    expect(packed.pages).toBe(3);
    expect(desk.told).toEqual([]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(desk.told).toEqual([{ token: 'token', output: { left: [], until: null } }]);
    expect(await desk.page(1)).toMatchObject({ state: 'read', text: 'Madame la Maire', confidence: 95 });
    expect(await desk.page(2)).toMatchObject({ state: 'read', text: '' });
    expect((await desk.page(3)).traits).toMatchObject({ hasClosing: true });
    const words = decodeWords(String(desk.stored.get('pages/f/0001-words.json')));
    expect(words?.words.map(({ text }) => text)).toEqual(['Madame', 'la', 'Maire']);
  });

  it('turns a page that lies on its head, and its words with it', async () => {
    const desk = await paperDesk(database, { pages: 1 });
    desk.job('job-1', blocksOfPage(1, 'Madame la Maire', 95, true));
    await desk.begin([1]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(await desk.page(1)).toMatchObject({ turned: 180, image: 'pages/f/0001-180.webp' });
    const [first] = decodeWords(String(desk.stored.get('pages/f/0001-words.json')))?.words ?? [];
    expect(first?.box[0]).toBeCloseTo(0.7);
    expect(first?.box[1]).toBeCloseTo(0.88);
  });

  it('says that a page was written by hand, and gives nobody what a reader made of it', async () => {
    const desk = await paperDesk(database, { pages: 1 });
    desk.job('job-1', blocksOfPage(1, 'Nadame ja vaus ecris', 88, false, 'HANDWRITING'));
    await desk.begin([1]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(await desk.page(1)).toMatchObject({ state: 'read', isHandwritten: true, text: '', words: null });
  });

  it('names the pages that a job left out, and only those', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', [...blocksOfPage(1, 'Une'), ...blocksOfPage(3, 'Trois')], 'PARTIAL_SUCCESS');
    await desk.begin([1, 2, 3]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(desk.told[0]?.output.left).toEqual([2]);
    expect((await desk.page(2)).state).toBe('reading');
    desk.job('job-2', [], 'FAILED');
    await desk.begin([2], 'alone', true);
    await desk.reader.notice('f', 'page-00002', 'job-2');
    expect(desk.told[1]).toEqual({ token: 'alone', output: { left: [2], until: null } });
  });

  it.each(['FAILED'])('gives all pages back when the job ends %s', async (status) => {
    const desk = await paperDesk(database);
    desk.job('job-1', [], status);
    await desk.begin([1, 2, 3]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(desk.told[0]?.output.left).toEqual([1, 2, 3]);
  });

  it('gives all pages back at once when Textract refuses them', async () => {
    const desk = await paperDesk(database);
    desk.textract.on(StartDocumentTextDetectionCommand).rejects(fault('UnsupportedDocumentException'));
    await desk.begin([1, 2, 3]);
    expect(desk.told[0]?.output.left).toEqual([1, 2, 3]);
  });
});

describe('no letter waits for ever, and none is paid twice', () => {
  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'LimitExceededException'])(
    'asks the machine to come back after %s, ten times, and is read once',
    async (name) => {
      const desk = await paperDesk(database);
      desk.textract.on(StartDocumentTextDetectionCommand).rejects(fault(name));
      for (let attempt = 0; attempt < 10; attempt++)
        await expect(desk.begin([1, 2, 3], `try-${attempt}`)).rejects.toThrow(ReaderBusy);
      desk.job('job-1', three);
      await desk.begin([1, 2, 3], 'last');
      await desk.reader.notice('f', 'pack-00001', 'job-1');
      expect(desk.told.map(({ token }) => token)).toEqual(['last']);
      const tokens = desk.started().map(({ ClientRequestToken }) => ClientRequestToken);
      expect(tokens).toHaveLength(11);
      expect(new Set(tokens).size).toBe(1);
    },
  );

  it('finds a job whose notice never came, by the sweeper, and reads only what is open', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', three);
    await desk.begin([1, 2, 3]);
    expect(await desk.reader.sweep('2026-11-23T08:59:00.000Z', 100)).toBe(0);
    expect(await desk.reader.sweep('2026-11-23T09:05:00.000Z', 100)).toBe(1);
    expect(desk.told).toHaveLength(1);
    const calls = desk.textract.commandCalls(GetDocumentTextDetectionCommand).length;
    expect(await desk.reader.sweep('2026-11-23T09:10:00.000Z', 100)).toBe(0);
    expect(desk.textract.commandCalls(GetDocumentTextDetectionCommand)).toHaveLength(calls);
  });

  it('changes nothing when a notice comes twice, or for a job or a file nobody knows', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', three);
    await desk.begin([1, 2, 3]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    const read = await desk.page(1);
    desk.job('job-1', blocksOfPage(1, 'Autre chose'));
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(await desk.reader.notice('f', 'pack-00001', 'job-given-up')).toBe(true);
    expect(await desk.reader.notice('nobody', 'pack-00001', 'job-9')).toBe(false);
    expect(await desk.page(1)).toEqual(read);
    expect(new Set(desk.told.map(({ token }) => token))).toEqual(new Set(['token']));
  });

  it('finds the reading itself when the machine comes back, without paying again', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', three);
    await desk.begin([1, 2, 3], 'first');
    await desk.begin([1, 2, 3], 'second');
    expect(desk.started()).toHaveLength(1);
    expect(desk.told.map(({ token }) => token)).toEqual(['second']);
  });

  it('waits on under the new token while the job still runs', async () => {
    const desk = await paperDesk(database);
    desk.job('job-1', [], 'IN_PROGRESS');
    await desk.begin([1, 2, 3], 'first');
    await desk.begin([1, 2, 3], 'second');
    expect(desk.told).toEqual([]);
    desk.job('job-1', three);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(desk.told.map(({ token }) => token)).toEqual(['second']);
  });
});

describe('an authority decides how many pages a day it pays for', () => {
  it('reads up to the limit, says when the rest goes on, and that the batch stands still', async () => {
    const desk = await paperDesk(database, { perDay: 2 });
    desk.job('job-1', [...blocksOfPage(1, 'Une'), ...blocksOfPage(2, 'Deux')]);
    await desk.begin([1, 2, 3]);
    await desk.reader.notice('f', 'pack-00001', 'job-1');
    expect(desk.told[0]?.output).toEqual({ left: [], until: '2026-11-24T00:00:00Z' });
    expect(desk.pauses).toEqual(['daily-cap']);
    expect((await desk.page(3)).state).toBe('reading');
    desk.clock.now = '2026-11-24T00:00:01.000Z';
    desk.job('job-2', blocksOfPage(1, 'Trois'));
    await desk.begin([1, 2, 3], 'tomorrow');
    await desk.reader.notice('f', 'pack-00001', 'job-2');
    expect((await desk.page(3)).text).toBe('Trois');
    expect(desk.told[1]).toEqual({ token: 'tomorrow', output: { left: [], until: null } });
  });

  it('never lets two readers share the last pages', async () => {
    const days = dailyPages(database.db, await database.table(), 10);
    const shares = await Promise.all(Array.from({ length: 5 }, () => days.reserve('2026-11-23', 3)));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10);
    expect(await days.reserve('2026-11-23', 3)).toBe(0);
    expect(await days.reserve('2026-11-24', 3)).toBe(3);
  });

  it.each([
    ['2026-11-23T09:00:00.000Z', 'Europe/Paris', '2026-11-23T23:00:00Z'],
    // The night in which the clock goes back has 25 hours; Kathmandu keeps quarters.
    ['2026-10-24T22:30:00.000Z', 'Europe/Paris', '2026-10-25T23:00:00Z'],
    ['2026-11-23T09:00:00.000Z', 'Asia/Kathmandu', '2026-11-23T18:15:00Z'],
  ])('goes on when the next day begins there: %s in %s', (now, timeZone, expected) => {
    expect(nextDay(now, (instant) => dayIn(timeZone, instant))).toBe(expected);
  });
});
