import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { straighten } from '../../functions/documents/image/straighten.adapter.ts';
import { isCutPicture, isCutTiff } from '../../functions/documents/source/cut-picture.ts';
import { openSource } from '../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../functions/intake/sniff.adapter.ts';
import { faxPicture, jbig2Picture, scannedPdf } from '../support/scanned-pdf.ts';

/** A short letter below a white margin: what a cut file leaves of it may look like blank paper. */
const [width, height] = [640, 880];
const isInk = (x: number, y: number) => y > 300 && y < 700 && y % 30 < 9 && x > 180 && x < 460 && x % 11 < 5;
const data = Uint8Array.from({ length: width * height }, (_, at) =>
  isInk(at % width, Math.floor(at / width)) ? 0 : 255,
);
const page = { width, height, data };
const picture = () => sharp(data, { raw: { width, height, channels: 1 } });
const jpeg = () => picture().jpeg().toBuffer();
const shares = [0.005, 0.2, 0.5, 0.9];
const cut = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const inPdf = (bytes: Buffer, filter: string) =>
  scannedPdf([{ width, height, data: bytes, filter, bits: 8 }], 200);

/** What becomes of a file of one page: the reason why it is not read, or how it is taken. */
async function fateOf(name: string, bytes: Buffer): Promise<string> {
  const opened = await openSource(bytes, await sniff(name, bytes));
  if ('failure' in opened) return opened.failure;
  try {
    const drawn = await opened.source.draw(1).catch(() => null);
    if (!drawn) return 'damaged';
    const { isBlank } = await straighten(drawn.grey, drawn.dpi);
    if (!isBlank) return 'read';
    return (await opened.source.isWhole(1)) ? 'blank' : 'damaged';
  } finally {
    opened.source.close();
  }
}

describe('a file that was cut off is read as far as it goes, or says that it is damaged', () => {
  const files: [string, () => Promise<Buffer>][] = [
    ['a.jpg', jpeg],
    ['progressive.jpg', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['a.png', () => picture().png().toBuffer()],
    ['a.tif', () => picture().tiff({ compression: 'lzw' }).toBuffer()],
    ['a.pdf', async () => inPdf(await jpeg(), 'DCTDecode')],
  ];
  it.each(files)('says it of %s', async (name, make) => {
    const whole = await make();
    expect(await fateOf(name, whole)).toBe('read');
    for (const share of shares) expect(await fateOf(name, cut(whole, share))).toBe('damaged');
  });

  it.each([
    ['a JPEG', async (share: number) => inPdf(cut(await jpeg(), share), 'DCTDecode')],
    ['plain pixels', async (share: number) => inPdf(cut(deflateSync(data), share), 'FlateDecode')],
    ['a fax', async (share: number) => cutInPdf(await faxPicture(page), share)],
    ['a JBIG2', async (share: number) => cutInPdf(await jbig2Picture(page, 'arithmetic'), share)],
  ])('never takes %s that was cut off within a PDF for a blank page', async (_, make) => {
    expect(await fateOf('lot.pdf', await make(1))).toBe('read');
    const fates = [];
    for (const share of shares) fates.push(await fateOf('lot.pdf', await make(share)));
    expect(fates[0]).toBe('damaged');
    expect(fates).not.toContain('blank');
  });
  const cutInPdf = (coded: Awaited<ReturnType<typeof faxPicture>>, share: number) =>
    scannedPdf([{ ...coded, data: cut(coded.data, share) }], 200);

  it('refuses a TIFF whose last pages are missing, rather than read the first ones as if they were all', async () => {
    const sheet = await picture().png().toBuffer();
    const whole = await sharp([sheet, sheet, sheet], { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    expect(isCutTiff(whole)).toBe(false);
    for (const share of [0.001, 0.4, 0.7, 0.999])
      expect(await fateOf('lot.tif', cut(whole, share))).toBe('damaged');
  });

  it('believes a JPEG whole by its own end, not by that of a thumbnail within', () => {
    const bytes = (hex: string) => isCutPicture('DCTDecode', Buffer.from(hex, 'hex'));
    expect(bytes('ffd8ffda0011ffd90000')).toBe(false);
    expect(bytes('ffd8ffd8ffda00ffd9ffda0011')).toBe(true);
  });
});
