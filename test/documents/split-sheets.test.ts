import { describe, expect, it } from 'vitest';
import { findBarcodes } from '../../functions/documents/image/barcode.adapter.ts';
import { turn } from '../../functions/documents/image/image.adapter.ts';
import { openPdf } from '../../functions/documents/source/pdf.adapter.ts';
import { separatorOf } from '../../functions/documents/splitting/separator.ts';
import { sheets } from '../../functions/documents/splitting/separator-sheet.adapter.ts';
import { patchPdf } from '../support/letter-pdf.ts';

const dpi = 150;
const authority = {
  name: 'Val-Clair',
  departments: [{ code: 'voirie', name: 'Voirie' }],
  procedures: [{ code: 'permis-construire', title: 'Permis de construire' }],
} as never;

describe('a printed sheet says what it was printed for', () => {
  it.each([
    [{ department: 'voirie' }, { department: 'voirie' }],
    [{ procedure: 'permis-construire' }, { department: null, procedure: 'permis-construire' }],
    [{}, { department: null }],
    [{ kind: 'versos' as const }, { department: null, isVersos: true }],
  ])('on both sides, for %j', async (wanted, separator) => {
    const { bytes } = await sheets(authority, { ...wanted, copies: 2 });
    const pdf = await openPdf(bytes);
    expect(pdf.pages).toBe(4);
    expect(separatorOf(await findBarcodes(await pdf.draw(4, dpi), dpi))).toEqual(separator);
    pdf.close();
  });

  it('is not printed for a procedure that does not exist', async () => {
    await expect(sheets(authority, { procedure: 'autre', copies: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is found however the common sheet lay on the glass', async () => {
    const pdf = await openPdf(await patchPdf());
    const page = await pdf.draw(1, 100);
    pdf.close();
    for (const degrees of [45, 90])
      expect(separatorOf(await findBarcodes(await turn(page, degrees), 100)), `${degrees}`).not.toBeNull();
  });
});
