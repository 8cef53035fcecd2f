import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { WorkPage } from '../../functions/documents/batches/page-table.adapter.ts';
import { preparePages } from '../../functions/documents/reading/prepare-pages.adapter.ts';
import { openSource } from '../../functions/documents/source/source.adapter.ts';

/** One written page of a scan, and a store that may be cut off while its image is written. */
async function desk(pdf?: Uint8Array) {
  const lines = Array.from(
    { length: 14 },
    (_, n) => `<text y="${80 + n * 60}" font-size="36">Madame, je vous prie de</text>`,
  );
  const words = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${lines.join('')}</svg>`);
  const bytes = await sharp({ create: { width: 827, height: 1_169, channels: 3, background: 'white' } })
    .composite([{ input: words, top: 0, left: 100 }])
    .png()
    .toBuffer();
  const opened = await (pdf
    ? openSource(pdf, { kind: 'pdf', contentType: 'application/pdf' } as never)
    : openSource(bytes, { kind: 'image', contentType: 'image/png' } as never));
  if ('failure' in opened) throw new Error(opened.failure);
  const pages = new Map<number, WorkPage>();
  const power = { isOn: false, hangs: false, isLate: false };
  const deps = {
    documentsBucket: 'documents',
    keepWords: async () => 'words.json',
    isLate: () => power.isLate,
    pages: {
      findPage: async (_file: string, page: number) => structuredClone(pages.get(page) ?? null),
      savePage: async (page: WorkPage) => void pages.set(page.page, structuredClone(page)),
    },
    objects: {
      write: async () => {
        if (power.hangs) await new Promise(() => {});
        if (!power.isOn) throw new Error('power cut');
        return 'v';
      },
    },
  } as never;
  const prepare = (retry: number) =>
    preparePages({ fileId: 'f', from: 1, to: 1, retry }, opened.source, deps);
  /** A clerk's new scan of so many pages for the page. */
  const replaceBy = (count: number) => {
    const evidence = { key: 'scans/u/neuf.pdf', versionId: 'v', size: 1 };
    pages.set(1, { ...(pages.get(1) as WorkPage), state: 'waiting', image: null, tries: 0 });
    Object.assign(pages.get(1) as WorkPage, { asked: { turn: 0, base: 0, as: null, evidence } });
    Object.assign(deps as object, { openScan: async () => ({ source: { ...opened.source, pages: count } }) });
  };
  return { power, prepare, replaceBy, page: () => pages.get(1) };
}

describe('a page whose making ready is interrupted', () => {
  it('is not blamed for power cuts, however many they are', async () => {
    const { power, prepare, page } = await desk();
    for (let cut = 0; cut < 5; cut++) await prepare(0).catch(() => {});
    expect(page()?.state).toBe('waiting');
    power.isOn = true;
    expect(await prepare(0)).toEqual([1]);
  });

  it('is not blamed for a store that fails', async () => {
    const { power, prepare, page } = await desk();
    for (let retry = 0; retry < 4; retry++) await prepare(retry).catch(() => {});
    power.isOn = true;
    expect(await prepare(4)).toEqual([1]);
    // As high as an A4 sheet, which the archive will be too.
    expect(page()).toMatchObject({ state: 'reading', dpi: 100 });
  });

  it('is not replaced by the first of several pages, which would lose the others', async () => {
    const { power, prepare, replaceBy, page } = await desk();
    power.isOn = true;
    await prepare(0);
    replaceBy(2);
    expect(await prepare(1)).toEqual([]);
    expect(page()).toMatchObject({ state: 'rejected', reason: 'several-pages' });
    replaceBy(1);
    expect(await prepare(2)).toEqual([1]);
  });

  it('is not begun when the function has little time left', async () => {
    const { power, prepare, page } = await desk();
    power.isLate = true;
    await expect(prepare(0)).rejects.toThrow();
    expect(page()).toBeUndefined();
  });

  it('is left to a person once it brought the function down twice', async () => {
    const { power, prepare, page } = await desk();
    power.hangs = true;
    for (let retry = 0; retry < 2; retry++) {
      void prepare(retry);
      await vi.waitFor(() => expect(page()?.tries).toBe(retry + 1));
    }
    expect(page()?.state).toBe('waiting');
    expect(await prepare(2)).toEqual([]);
    expect(page()).toMatchObject({ state: 'rejected', reason: 'unreadable' });
  });
});

describe('a page that bears hardly any ink', () => {
  const drawn = (words: string) =>
    new Promise<Buffer>((resolve) => {
      const document = new PDFDocument({ size: 'A4', margin: 0 });
      const parts: Buffer[] = [];
      document.on('data', (part) => parts.push(part));
      document.on('end', () => resolve(Buffer.concat(parts)));
      document.text(words, 60, 20).end();
    });

  it.each([
    ['Bon pour accord, J. Dupont', 'read'],
    ['.', 'blank'],
  ])('of a computer: with "%s" in its margin it is %s', async (words, state) => {
    const { power, prepare, page } = await desk(await drawn(words));
    power.isOn = true;
    expect(await prepare(0)).toEqual([]);
    expect(page()).toMatchObject({ state, text: state === 'read' ? words : '' });
  });
});
