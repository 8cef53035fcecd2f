import { beforeAll, expect, it } from 'vitest';
import { findBarcodes } from '../../functions/documents/image/barcode.adapter.ts';
import type { Grey } from '../../functions/documents/image/grey.ts';
import { drawLetter } from '../../functions/letters/letter-pdf.adapter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { qrText, readQr } from '../../functions/letters/qr.ts';
import { creased, scannedPages, turnedBy, withCoffee } from '../support/coffee.ts';
import { letters } from '../support/drawn-letters.ts';
import { moreWhere } from '../support/more.ts';

const sign = signer('pepper', 'letter-qr');
const reference = 'VC-2026-000123-W';
const letter = { kind: 'letter', reference, id: '3fa9c1d2' } as const;
const slip = { kind: 'slip', reference, id: 'aa99c1d2' } as const;
const parts = [1, 2].map((part) => ({ ...slip, part }));
const dpi = 200;

let first: Grey;
let second: Grey;
beforeAll(async () => {
  const given = letters['request for documents'];
  if (!given?.slip) throw new Error('no slip');
  const { pdf } = await drawLetter({
    ...given,
    qr: qrText(letter, sign),
    slip: {
      ...given.slip,
      qr: qrText(slip, sign),
      parts: parts.map((part) => ({ qr: qrText(part, sign), short: '' })),
    },
  });
  [first, second] = (await scannedPages(pdf, dpi)) as [Grey, Grey];
});
const read = async (page: Grey) =>
  (await findBarcodes(page, dpi))
    .flatMap(({ text }) => readQr(text, sign) ?? [])
    .sort((a, b) => (a.part ?? 0) - (b.part ?? 0));

it('a letter that comes back is recognised from its scan', async () => {
  expect(await read(await turnedBy(first, 1.2))).toEqual([letter]);
});

const harmed: [string, (page: Grey) => Grey | Promise<Grey>][] = [
  ['a little askew', (page) => turnedBy(page, -1.6)],
  ['the other way round', (page) => turnedBy(page, 180)],
  ['on its side', (page) => turnedBy(page, 90)],
  ['with a cup put down on its code', (page) => withCoffee(page, dpi, { x: 176, y: 50, radius: 22 })],
  ['folded in three', (page) => creased(page, dpi, [45, 99, 198])],
  [
    'with coffee, folded and upside down',
    (page) => turnedBy(creased(withCoffee(page, dpi, { x: 150, y: 60, radius: 38 }), dpi, [44]), 181.2),
  ],
];
for (const [how, harm] of harmed)
  it(
    `a slip that is returned ${how} is recognised, and each of its parts`,
    moreWhere(/cup|three/.test(how)),
    async () => {
      expect(await read(await harm(second))).toEqual([slip, ...parts]);
    },
  );
