import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBarcodes } from '../../functions/documents/image/barcode.adapter.ts';
import { componentsOf } from '../../functions/documents/image/components.ts';
import { despeckle } from '../../functions/documents/image/despeckle.ts';
import { flatten } from '../../functions/documents/image/flatten.ts';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { turn } from '../../functions/documents/image/image.adapter.ts';
import { reduceBy } from '../../functions/documents/image/reduce.ts';
import { estimateSkew } from '../../functions/documents/image/skew.ts';
import { straighten } from '../../functions/documents/image/straighten.adapter.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import { separatorOf } from '../../functions/documents/splitting/separator.ts';
import { sheets } from '../../functions/documents/splitting/separator-sheet.adapter.ts';
import { makeBatch } from '../support/batch.ts';
import { moreWhere } from '../support/more.ts';
import { randomOf } from '../support/random.ts';
import { perfect, scan } from '../support/scanner.ts';

const dpi = 200;
const letter = async () =>
  (await makeBatch({ seed: 3, letters: [0], defects: () => perfect })).sheets[0]?.grey as Grey;
const page = (width: number, height: number, light: number): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(light),
});
const authority = { name: 'Val-Clair', departments: [{ code: 'voirie', name: 'Voirie' }] } as never;

describe('a page is shown straight and read clean', () => {
  for (const angle of [-7.5, -3.2, -1, -0.3, 0, 0.45, 2, 5.1, 8])
    it(
      `finds that a sheet lay askew by ${angle} degrees`,
      moreWhere(![-3.2, 0, 8].includes(angle)),
      async () => {
        const askew = await scan(await letter(), { ...perfect, rotation: angle }, randomOf(1));
        expect(Math.abs(estimateSkew(reduceBy(askew, 3)) - angle)).toBeLessThanOrEqual(0.15);
      },
    );

  it('makes the paper white under any shadow and keeps the ink dark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 90, max: 250 }), fc.integer({ min: 0, max: 12 }), (paper, fall) => {
        const shaded = page(256, 256, paper);
        for (let index = 0; index < shaded.data.length; index++)
          shaded.data[index] = paper - (fall * (index % 256)) / 256;
        for (let x = 100; x < 110; x++) shaded.data[128 * 256 + x] = 20;
        const flat = flatten(shaded);
        expect(flat.data[128 * 256 + 105]).toBeLessThan(90);
        expect(Math.min(...flat.data.subarray(0, 100 * 256))).toBeGreaterThan(200);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('removes dust and keeps the dot of an i', () => {
    const dusty = page(60, 60, 255);
    for (const at of [100, 101, 160]) dusty.data[at] = 0;
    for (let y = 30; y < 34; y++) for (let x = 30; x < 34; x++) dusty.data[y * 60 + x] = 0;
    for (let y = 38; y < 54; y++) for (let x = 30; x < 33; x++) dusty.data[y * 60 + x] = 0;
    const clean = despeckle(dusty, componentsOf(dusty, 150), dpi);
    expect([clean.data[100], clean.data[160]]).toEqual([255, 255]);
    expect(clean.data[31 * 60 + 31]).toBe(0);
  });

  it('calls a page blank when nothing is written on it, and never a letter', async () => {
    const empty = await scan(
      page(1654, 2339, 255),
      { ...perfect, shadow: 40, noise: 5, specks: 120 },
      randomOf(5),
    );
    expect((await straighten(empty, dpi)).isBlank).toBe(true);
    expect((await straighten(await letter(), dpi)).isBlank).toBe(false);
  });
});

describe('separator sheets are found and letters never taken for one', () => {
  const drawn = async (department?: string) => {
    const { bytes } = await sheets(authority, { department, copies: 1 });
    const pdf = await openPdf(bytes);
    const grey = await pdf.draw(1, dpi);
    expect(pdf.pages).toBe(2);
    pdf.close();
    return grey;
  };

  for (const angle of [0, 90, 180, 270, 6])
    it(
      `reads the sheet of a department turned by ${angle} degrees`,
      moreWhere(![6, 180].includes(angle)),
      async () => {
        const sheet = await turn(await drawn('voirie'), angle);
        const scanned = await scan(sheet, { ...perfect, blur: 0.6, noise: 8, shadow: 40 }, randomOf(angle));
        expect(separatorOf(await findBarcodes(scanned, dpi))).toEqual({ department: 'voirie' });
      },
    );

  it('reads the plain sheet and refuses the sheet of a department that does not exist', async () => {
    expect(separatorOf(await findBarcodes(await drawn(), dpi))).toEqual({ department: null });
    await expect(sheets(authority, { department: 'lune', copies: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('tells a scanned batch of two letters from the PATCHT sheet between them', async () => {
    const { sheets: pages } = await makeBatch({ seed: 11, letters: [1, 6] });
    const found = [];
    for (const { grey } of pages) found.push(separatorOf(await findBarcodes(grey, dpi)));
    expect(found).toEqual([null, { department: null }, null]);
  });

  it.each([
    ['an invoice', { format: 'QRCode', text: 'https://facture.example/PARVIS:SEP:v1:voirie' }],
    ['a parcel', { format: 'Code128', text: 'PATCHT-12' }],
    ['a QR code that says PATCHT', { format: 'QRCode', text: 'PATCHT' }],
  ])('leaves the code of %s to its letter', (_, code) => {
    expect(separatorOf([code])).toBeNull();
  });
});
