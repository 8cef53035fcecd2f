import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArchivePage, writeArchive } from '../../functions/documents/filing/archive-pdf.adapter.ts';
import { filingOf } from '../../functions/documents/filing/filing.ts';
import { paperOf, placeOn } from '../../functions/documents/filing/paper-size.ts';
import type { Word } from '../../functions/documents/reading/words.ts';

const about = {
  title: 'Courrier n° 3 <de & vers>',
  receivedAt: '2026-11-20T08:30:00.000Z',
  identifiers: ['lot-1', 'file-1', 'contact-1'],
};
const size = { width: 1_654, height: 2_339 };
let jpeg: Uint8Array;
beforeAll(async () => {
  jpeg = await sharp({ create: { ...size, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
});

/** Words of a line side by side, 60 pixels a line, as a reader gives them. */
const line = (text: string, number: number): Word[] => {
  let x = 200;
  return text.split(' ').map((text) => {
    const width = text.length * 19 + 4;
    const box = [
      x / size.width,
      (300 + number * 60) / size.height,
      width / size.width,
      32 / size.height,
    ] as const;
    x += width + 14;
    return { text, confidence: 90, box, line: number };
  });
};
const pageOf = (...lines: string[]): ArchivePage => ({
  ...{ jpeg, ...size, dpi: 200, text: lines.join('\n') },
  words: { ...size, words: lines.flatMap((text, number) => line(text, number)) },
});

async function archive(...pages: ArchivePage[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  async function* each() {
    yield* pages;
  }
  await writeArchive(about, each(), async (bytes) => void parts.push(bytes));
  return Buffer.concat(parts);
}

type Item = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean };
async function readPage(pdf: Uint8Array, number = 1) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const items = (await page.getTextContent({ disableNormalization: true })).items as Item[];
  await task.destroy();
  const text = items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');
  return {
    width,
    height,
    items: items.filter(({ str }) => str.trim() !== ''),
    text,
    pages: document.numPages,
  };
}

describe('the archive of a letter is found by its words and copied from', () => {
  it('has every word over its own box, within a few points', async () => {
    const page = pageOf('Madame la Maire, je vous écris', 'au sujet du trottoir de la rue Haute');
    const { items, height } = await readPage(await archive(page));
    const words = page.words?.words ?? [];
    const points = 72 / 200;
    // The reader of PDF joins words that follow each other closely: the first of each run says where it begins.
    for (const { text, box } of words) {
      const left = box[0] * size.width * points;
      const foot = height - (box[1] + box[3]) * size.height * points;
      const item = items.find(
        ({ str, transform: [, , , , x = 0, y = 0], width }) =>
          str.includes(text) && Math.abs(y - foot) < 4 && x - 3 <= left && x + width >= left,
      );
      expect([text, item !== undefined]).toEqual([text, true]);
      if (item?.str.trim() === text) {
        expect(Math.abs((item.transform[4] ?? 0) - left)).toBeLessThan(1);
        expect(Math.abs(item.width - box[2] * size.width * points)).toBeLessThan(8);
      }
    }
  });

  it('is copied in reading order, line by line, every character as it was read', async () => {
    const lines = [
      'Cœur, naïveté, ÇÀ, 12 €',
      'ﬁnances offices affluent',
      'Ἀθῆναι 東京 µ μ ½',
      "l’été d'août",
    ];
    const { text } = await readPage(await archive(pageOf(...lines)));
    expect(
      text
        .replaceAll(/ +/g, ' ')
        .split('\n')
        .map((one) => one.trim()),
    ).toEqual(lines);
  });

  it('keeps words apart whose boxes touch', async () => {
    const page = pageOf('pour un abri');
    const words = (page.words?.words ?? []).map((word, index): Word => {
      const [left, top, width, height] = word.box;
      return { ...word, box: [left - (index * 13) / size.width, top, width, height] };
    });
    const { text } = await readPage(await archive({ ...page, words: { ...size, words } }));
    expect(text).toBe('pour un abri');
  });

  it('shows nothing but the picture', async () => {
    const pdf = await PDFDocument.load(await archive(pageOf('Madame la Maire')));
    const content = pdf.getPage(0).node.Contents();
    const written = content instanceof PDFRawStream ? inflateSync(content.contents).toString('latin1') : '';
    expect(written).toContain('3 Tr');
    expect(written.indexOf(' Do')).toBeLessThan(written.indexOf('BT'));
    expect(written.match(/\d Tr/g)).toEqual(['3 Tr']);
  });

  it('is found by the text of a page whose words have no places', async () => {
    const text = Array.from({ length: 120 }, (_, index) => `ligne ${index}`).join('\n');
    const page = await readPage(await archive({ ...pageOf(), words: null, text }));
    expect(page.text).toContain('ligne 119');
    expect(page.items.every(({ transform: [, , , , x = 0, y = 0] }) => x >= 30 && y >= 30)).toBe(true);
  });

  it('keeps to PDF/A-2b as far as a machine can tell: metadata, profile, embedded fonts with their Unicode', async () => {
    const bytes = await archive(pageOf('Madame la Maire'), pageOf('Salutations'));
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.7');
    const metadata = pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    const xmp = Buffer.from(metadata.contents).toString('utf8');
    for (const said of [
      '<pdfaid:part>2</pdfaid:part>',
      '<pdfaid:conformance>B</pdfaid:conformance>',
      'Courrier n° 3 &lt;de &amp; vers&gt;',
      '<xmp:CreateDate>2026-11-20T08:30:00Z</xmp:CreateDate>',
      '<pdf:Keywords>lot-1 file-1 contact-1</pdf:Keywords>',
      '<pdf:Producer>Parvis</pdf:Producer>',
    ])
      expect(xmp).toContain(said);
    expect([pdf.getTitle(), pdf.getProducer(), pdf.getKeywords()]).toEqual([
      about.title,
      'Parvis',
      'lot-1 file-1 contact-1',
    ]);
    expect(pdf.getCreationDate()?.toISOString()).toBe(about.receivedAt);
    expect(pdf.catalog.has(PDFName.of('OutputIntents'))).toBe(true);
    const whole = Buffer.from(bytes).toString('latin1');
    expect(whole).toMatch(/\/ID \[/);
    expect(whole).toContain('/FontFile2');
    expect(whole).toContain('/ToUnicode');
    expect(whole).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
    expect(whole).not.toMatch(/\/Encrypt|\/JavaScript|\/SMask/);
  });

  it('is the same when it is made again, and holds one page at a time', async () => {
    const page = pageOf('Madame la Maire');
    expect(Buffer.compare(await archive(page), await archive(page))).toBe(0);
    const given: number[] = [];
    let made = 0;
    async function* many() {
      for (; made < 12; made++) yield page;
    }
    await writeArchive(about, many(), async ({ length }) => void given.push(length, made));
    expect(given.length).toBeGreaterThan(12);
    // Each page leaves before the next but one is made.
    expect(Math.max(...given.filter((_, index) => index % 2 === 0))).toBeLessThan(3 * jpeg.length + 60_000);
  });

  it('adds little to the picture', async () => {
    const lines = Array.from({ length: 45 }, () => 'je vous prie de bien vouloir faire réparer ce trottoir');
    const [bare, worded] = await Promise.all([archive(pageOf('a')), archive(pageOf(...lines))]);
    expect(worded.length - bare.length).toBeLessThan(12_000);
  });
});

describe('a page has the size of its sheet', () => {
  const mm = (points: number) => Math.round((points * 25.4) / 72);
  it.each([
    ['A4 at 200', { width: 1_654, height: 2_339, dpi: 200 }, [210, 297]],
    ['A4 grown by straightening', { width: 1_690, height: 2_365, dpi: 200 }, [210, 297]],
    ['A4 laid level by two degrees', { width: 1_740, height: 2_395, dpi: 200 }, [210, 297]],
    ['a letter of America', { width: 1_700, height: 2_200, dpi: 200 }, [216, 279]],
    ['A4 on its side', { width: 2_000, height: 1_414, dpi: 171 }, [297, 210]],
    ['A5', { width: 874, height: 1_240, dpi: 150 }, [148, 210]],
    ['A3', { width: 1_414, height: 2_000, dpi: 121 }, [297, 420]],
    ['a receipt', { width: 630, height: 1_890, dpi: 200 }, [80, 240]],
    ['an identity card', { width: 674, height: 425, dpi: 200 }, [86, 54]],
    ['of unknown resolution', { width: 1_414, height: 2_000 }, [210, 297]],
    ['a long strip of unknown resolution', { width: 500, height: 2_000, dpi: null }, [74, 297]],
    ['nothing', { width: 0, height: 0, dpi: 200 }, [13, 13]],
    ['absurd', { width: 9_000, height: 9_000, dpi: 1 }, [5_080, 5_080]],
  ] as const)('%s', (_title, picture, sides) => {
    const { width, height } = paperOf(picture);
    expect([mm(width), mm(height)]).toEqual(sides);
    const place = placeOn({ width, height }, picture);
    const { left, top } = place;
    expect(Math.min(left, top)).toBeCloseTo(0);
    expect([left * 2 + place.width, top * 2 + place.height]).toEqual([
      expect.closeTo(width),
      expect.closeTo(height),
    ]);
    expect(place.width / place.height).toBeCloseTo(Math.max(1, picture.width) / Math.max(1, picture.height));
  });
});

describe('pages that were filed before', () => {
  const scan = { batchId: 'b', fileId: 'f', pages: [1, 2] };
  const decision = { kind: 'open', by: 'auto' } as never;
  it.each([
    ['are a new contact the first time', null, 'add'],
    ['are the same contact again', { state: 'waiting', scan }, 'same'],
    ['are the same even once decided', { state: 'opened', scan, decision }, 'same'],
    ['replace others while nobody decided', { state: 'waiting', scan: { ...scan, pages: [1] } }, 'replace'],
    ['replace others in quarantine', { state: 'quarantined', scan: { ...scan, pages: [2, 1] } }, 'replace'],
    ['leave a request as it is', { state: 'opened', scan: { ...scan, pages: [1] } }, 'keep'],
    ['leave what is being opened', { state: 'qualifying', scan: { ...scan, pages: [1] }, decision }, 'keep'],
  ] as const)('%s', (_title, known, filing) => {
    expect(filingOf(known as never, [1, 2])).toBe(filing);
  });
});
