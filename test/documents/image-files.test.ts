import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import { wordsOf } from '../../functions/documents/source/pdf-words.ts';
import { drawnDpi, resolutionOf } from '../../functions/documents/source/resolution.ts';
import { openSource } from '../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { arithmeticCoder } from '../support/jbig2.ts';
import { aPdf, aScan } from '../support/printed-page.ts';
import { faxPicture, jbig2Picture, scannedPdf } from '../support/scanned-pdf.ts';

const open = async (name: string, bytes: Uint8Array) => {
  const opened = await openSource(bytes, await sniff(name, bytes));
  if (!('source' in opened)) throw new Error(opened.failure);
  return opened.source;
};
const dark = ({ data }: Grey) => data.filter((light) => light < 128).length / data.length;
const jp2 = readFileSync(new URL('../support/line.jp2', import.meta.url));
/** Sides in multiples of 16, as the coder of faxes wants them. */
async function sheet(): Promise<Grey> {
  const { data, info } = await sharp(await aScan('La chaussée est pleine de trous.', 'png'))
    .extract({ left: 150, top: 150, width: 1_024, height: 256 })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

describe('a page is drawn as fine as it was scanned', () => {
  const a4 = { width: 595, height: 842 };
  const scanOf = (dpi: number, share = 1) => {
    const [width, height] = [a4.width * share, a4.height * share];
    return { width, height, pixels: (width * height * dpi * dpi) / 72 / 72 };
  };
  it.each([
    ['a scan at 300 dpi', [scanOf(300)], 300],
    ['a scan at 400 dpi', [scanOf(400)], 300],
    ['a scan at 240 dpi', [scanOf(240)], 240],
    ['a coarse fax', [scanOf(100)], 200],
    ['a page drawn by a computer', [], 200],
    ['a logo printed finely on such a page', [scanOf(600, 0.1)], 200],
    ['a scan cut in strips', [scanOf(300, 0.4), scanOf(300, 0.4)], 300],
  ])('draws %s at %d', (_, pictures, dpi) => {
    expect(drawnDpi({ ...a4, pictures })).toBe(dpi);
  });

  it.each([
    ['an A4 sheet that says 300', 2_480, 3_508, 300, 300],
    ['an A5 sheet that says 300', 1_748, 2_480, 300, 300],
    ['an A3 sheet that says 200', 2_339, 3_307, 200, 200],
    ['a card that says 400', 1_348, 850, 400, 400],
    ['a till receipt without a word', 640, 2_000, 0, 203],
    ['a photograph that says 72', 2_480, 3_508, 72, 300],
    ['dots per centimetre taken for dots per inch', 2_480, 3_508, 762, 300],
    ['an absurd figure', 1_654, 2_339, 9_999, 200],
  ])('takes %s by what it is', (_, width, height, said, dpi) => {
    expect(Math.round(resolutionOf({ width, height, dpi: said }))).toBe(dpi);
  });

  it('keeps an A5 sheet, a card and an A3 at their own size', async () => {
    for (const [width, height] of [
      [1_748, 2_480],
      [1_011, 638],
      [3_508, 4_961],
    ] as const) {
      const bytes = await sharp({ create: { width, height, channels: 3, background: 'white' } })
        .withMetadata({ density: 300 })
        .jpeg({ quality: 40 })
        .toBuffer();
      const { grey, dpi } = await (await open('a.jpg', bytes)).draw(1);
      expect([grey.width, grey.height, dpi]).toEqual([width, height, 300]);
    }
  });

  it('reduces a page of far more pixels than can be read', async () => {
    const bytes = await sharp({ create: { width: 6_000, height: 8_000, channels: 3, background: 'white' } })
      .toColourspace('b-w')
      .jpeg({ quality: 40 })
      .toBuffer();
    const { grey, dpi } = await (await open('a.jpg', bytes)).draw(1);
    expect([grey.width, grey.height, Math.round(dpi)]).toEqual([2_630, 3_507, 300]);
  });
});

describe('every coding that scanners put in a PDF is drawn', () => {
  it('draws a fax of group 4 and a JPEG 2000', async () => {
    const page = await sheet();
    const fax = await faxPicture(page);
    const line = { width: 880, height: 80, data: jp2, filter: 'JPXDecode', bits: 8 } as const;
    const pdf = await open('lot.pdf', scannedPdf([fax, line], 200));
    const first = await pdf.draw(1);
    expect(first.grey).toMatchObject({ width: 1_024, height: 256 });
    expect(dark(first.grey)).toBeCloseTo(dark(page), 2);
    const second = await pdf.draw(2);
    expect(second.grey).toMatchObject({ width: 880, height: 80 });
    expect(dark(second.grey)).toBeGreaterThan(0.01);
    pdf.close();
  });

  it('draws a JBIG2 dot for dot, and refuses one that PDFium would draw white', async () => {
    const page = await sheet();
    const white = { ...page, data: new Uint8Array(page.data.length).fill(255) };
    const own = await jbig2Picture(page, 'arithmetic');
    const [fax, blank] = [await jbig2Picture(page, 'fax'), await jbig2Picture(white, 'fax')];
    const packed = { ...fax, data: deflateSync(fax.data), filter: '[/FlateDecode/JBIG2Decode]' };
    const pdf = await open('lot.pdf', scannedPdf([own, fax, packed, blank], 200));
    const { grey } = await pdf.draw(1);
    const wrong = grey.data.filter((light, at) => light < 128 !== (page.data[at] as number) < 150);
    expect([grey.width, grey.height, wrong.length]).toEqual([1_024, 256, 0]);
    await expect(pdf.draw(2)).rejects.toThrow('left out');
    await expect(pdf.draw(3)).rejects.toThrow('left out');
    expect(dark((await pdf.draw(4)).grey)).toBe(0);
    pdf.close();
  });

  it('codes a JBIG2 as the standard does in its own example (ITU-T T.88, H.2)', () => {
    const coder = arithmeticCoder(1);
    const bits = Buffer.from('00020051000000c00352872aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf', 'hex');
    for (const byte of bits) for (let bit = 7; bit >= 0; bit--) coder.put(0, (byte >> bit) & 1);
    const coded = '84c73bfce1a1430402200000410dbb86f4317fff88ff37471adb6adfffac';
    expect(coder.end().toString('hex')).toBe(coded);
  });

  it('refuses a page whose picture is damaged rather than call it blank, and draws the others', async () => {
    const fax = await faxPicture(await sheet());
    const broken = {
      ...fax,
      data: Buffer.from('no picture at all'),
      filter: 'DCTDecode',
      parameters: '',
      bits: 8 as const,
    };
    const white = await faxPicture({ width: 64, height: 64, data: new Uint8Array(64 * 64).fill(255) });
    const pdf = await open('lot.pdf', scannedPdf([fax, broken, white], 200));
    expect(dark((await pdf.draw(1)).grey)).toBeGreaterThan(0.005);
    await expect(pdf.draw(2)).rejects.toThrow('damaged');
    expect(dark((await pdf.draw(3)).grey)).toBe(0);
    pdf.close();
  });
});

describe('a page that carries its text says where each word is', () => {
  it('gives the words of a letter with their boxes, line by line', async () => {
    const pdf = await open('lettre.pdf', await aPdf(["Madame la Maire, l'école est fermée. ".repeat(4)]));
    const { text, words, hasImage } = pdf.text(1);
    expect(hasImage).toBe(false);
    expect(text.split('\n').length).toBe((words.at(-1)?.line ?? 0) + 1);
    expect(words.map((word) => word.text).slice(0, 5)).toEqual(['Madame', 'la', 'Maire,', "l'école", 'est']);
    const [left, top, width, height] = words[0]?.box ?? [];
    expect([left, top].map((share) => Math.round((share ?? 0) * 100))).toEqual([12, 8]);
    expect((width ?? 0) / (height ?? 1)).toBeGreaterThan(2);
    pdf.close();
  });

  it('leaves memory to the next page, however many are looked at', async () => {
    const pdf = await openPdf(await aPdf(['Une page. '.repeat(30)]));
    const before = process.memoryUsage().rss;
    for (let time = 0; time < 200; time++) pdf.look(1);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 2 ** 20);
    pdf.close();
  });

  it('joins characters to words, and mends a hyphen at the end of a line', () => {
    const at = (letters: string, from: number) =>
      [...letters].map((letter, index) => ({
        code: letter.charCodeAt(0),
        box: [(from + index) / 100, 0.1, 0.01, 0.02] as const,
      }));
    const gap = (code: number) => ({ code, box: null });
    const { text, words } = wordsOf([
      ...at('Où', 0),
      gap(32),
      ...at('al', 3),
      gap(2),
      gap(13),
      gap(10),
      ...at('lez', 0),
    ]);
    expect(text).toBe('Où al-\nlez');
    expect(words.map(({ text: word, line }) => [word, line])).toEqual([
      ['Où', 0],
      ['al-', 0],
      ['lez', 1],
    ]);
    expect(words[0]?.box.map((share) => Math.round(share * 100))).toEqual([0, 10, 2, 2]);
  });
});
