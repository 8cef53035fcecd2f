import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { findBarcodes } from '../../functions/documents/image/barcode.adapter.ts';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { drawLetter } from '../../functions/letters/letter-pdf.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { qrText, readQr } from '../../functions/letters/qr.ts';
import { letters } from '../support/drawn-letters.ts';

const sign = signer('pepper', 'letter-qr');
const reference = 'VC-2026-000123-W';
const letter = { kind: 'letter', reference, id: '3fa9c1d2' } as const;
const slip = { kind: 'slip', reference, id: 'aa99c1d2' } as const;

it('a letter that comes back and a slip that is returned are recognised from their scan', async () => {
  const given = letters['request for documents'];
  if (!given?.slip) throw new Error('no slip');
  const { pdf } = await drawLetter({
    ...given,
    qr: qrText(letter, sign),
    slip: { ...given.slip, qr: qrText(slip, sign) },
  });
  const library = await PDFiumLibrary.init();
  const [page] = [...(await library.loadDocument(Buffer.from(pdf))).pages()];
  // As a scanner of an office gives it: 200 dots an inch, grey, a little askew.
  let grey: Grey = { width: 0, height: 0, data: new Uint8Array() };
  await page?.render({
    scale: 200 / 72,
    render: ({ data, width, height }) =>
      sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: 'white' })
        .rotate(1.2, { background: 'white' })
        .grayscale()
        .raw()
        .toBuffer({ resolveWithObject: true })
        .then((made) => {
          grey = { width: made.info.width, height: made.info.height, data: made.data };
          return made.data;
        }),
  });
  const found = await findBarcodes(grey, 200);
  const read = found
    .map(({ text }) => readQr(text, sign))
    .sort((a, b) => (a?.kind ?? '').localeCompare(b?.kind ?? ''));
  expect(read).toEqual([letter, slip]);
});
