import { PDFDocument, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blankPages } from '../../functions/privacy/blank-pages.adapter.ts';
import { blankTiffPages } from '../../functions/privacy/blank-tiff.ts';
import { type TestDatabase, testDatabase } from '../support/dynamo.ts';
import { privacyWorld } from '../support/privacy-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const key = 'scans/f/lot.pdf';
/** A batch of three letters of a page each, every page of another colour, and its contacts. */
const scanned = async () => {
  const world = await privacyWorld(database);
  const pdf = await PDFDocument.create();
  for (const [at, name] of ['Zephyrine', 'Bernard', 'Colette'].entries()) {
    const page = pdf.addPage([200, 300]);
    page.drawText(name);
    page.drawRectangle({ width: 50 + at, height: 20, color: rgb(1, 0, 0) });
  }
  world.objects.held.set(`evidence/${key}`, await pdf.save({ useObjectStreams: false }));
  const { store } = world;
  const evidence = { key, versionId: 'old', size: 1 };
  await store.put('batches', { pk: 'BATCH#b', sk: 'BATCH', id: 'b', name: 'lot.pdf' });
  await store.put('batches', {
    pk: 'BATCH#b',
    sk: 'FILE#f',
    id: 'f',
    name: 'lot.pdf',
    path: 'lot.pdf',
    evidence,
  });
  for (const [at, contactId] of ['c-1', 'c-2', 'c-3'].entries()) {
    const page = at + 1;
    const sk = `PAGE#0000${page}`;
    await store.put('batches', { pk: 'FILE#f', sk, fileId: 'f', page, state: 'filed', contactId, text: 'x' });
    await store.put('contacts', { pk: `CONTACT#${contactId}`, sk: 'CONTACT', id: contactId, evidence: [] });
  }
  const erased = async (...pages: number[]) => {
    for (const page of pages) {
      const item = await store.find('batches', { pk: 'FILE#f', sk: `PAGE#0000${page}` });
      if (item) await store.put('batches', { ...item, text: '', reason: 'erased' });
    }
    await blankPages(store)({ contactId: `c-${pages[0]}`, batchId: 'b', fileId: 'f', pages });
  };
  return { ...world, erased, now: () => world.objects.held.get(`evidence/${key}`) };
};
const sizeOfContent = async (bytes: Uint8Array | undefined): Promise<boolean[]> => {
  const pdf = await PDFDocument.load(bytes ?? new Uint8Array());
  return pdf.getPages().map((page) => page.node.Contents() !== undefined);
};

describe('a letter of a batch that is erased', () => {
  test('goes out of the file it was scanned with, where the others keep their place', async () => {
    const { erased, now, store } = await scanned();
    await erased(1);
    expect(await sizeOfContent(now())).toEqual([false, true, true]);
    expect((await store.find('contacts', { pk: 'CONTACT#c-2', sk: 'CONTACT' }))?.evidence).toEqual([
      { bucket: 'evidence', key, versionId: 'new' },
    ]);
    await erased(3);
    expect(await sizeOfContent(now())).toEqual([false, true, false]);
  });

  test('takes the file and its name along when it was the last one', async () => {
    const { erased, now, store } = await scanned();
    await erased(1, 2, 3);
    expect(now()).toBeUndefined();
    expect(await store.find('batches', { pk: 'BATCH#b', sk: 'FILE#f' })).toMatchObject({ name: '-.pdf' });
  });
});

test('the page of a TIFF that is erased holds no picture any more', async () => {
  const noise = Buffer.from(Array.from({ length: 64 * 64 }, (_, at) => (at * 7919) % 256));
  const raw = { raw: { width: 64, height: 64, channels: 1 as const } };
  const tiff = new Uint8Array(await sharp(noise, raw).tiff({ compression: 'none' }).toBuffer());
  const copy = new Uint8Array(tiff);
  blankTiffPages(copy, new Set([2]));
  expect(copy).toEqual(tiff);
  blankTiffPages(copy, new Set([1]));
  expect(Buffer.from(copy).includes(noise.subarray(0, 64))).toBe(false);
  expect(copy).toHaveLength(tiff.length);
});
