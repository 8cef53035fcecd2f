import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  alwaysSeen,
  type Box,
  codePlace,
  envelopes,
  folds,
  maybeSeen,
  sheet,
} from '../../functions/letters/envelope.ts';
import { drawLetter } from '../../functions/letters/letter-pdf.adapter.ts';
import { letters, longestAddress } from '../support/drawn-letters.ts';

const inMillimetres = (points: number) => (points * 25.4) / 72;
type Ink = Box & { text: string };
/** Every run of text of the first page, in millimetres from the top left; heights as the letters stand. */
const inked = async (pdf: Uint8Array): Promise<Ink[]> => {
  const page = await (await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise).getPage(1);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const size = Math.abs(item.transform[3]);
    const baseline = sheet.height - inMillimetres(item.transform[5]);
    const rise = inMillimetres(size * 0.9);
    const [x, width] = [inMillimetres(item.transform[4]), inMillimetres(item.width)];
    return [{ text: item.str, x, width, y: baseline - rise, height: rise + inMillimetres(size * 0.25) }];
  });
};
const isInside = (ink: Box, box: Box) =>
  ink.x >= box.x &&
  ink.x + ink.width <= box.x + box.width &&
  ink.y >= box.y &&
  ink.y + ink.height <= box.y + box.height;
const touches = (ink: Box, box: Box) =>
  ink.x < box.x + box.width &&
  ink.x + ink.width > box.x &&
  ink.y < box.y + box.height &&
  ink.y + ink.height > box.y;

describe('a letter slipped into its envelope shows where it goes and nothing else', () => {
  const pages: Record<string, Ink[]> = {};
  beforeAll(async () => {
    for (const [name, given] of Object.entries(letters))
      pages[name] = await inked((await drawLetter(given)).pdf);
  }, 30_000);

  it.each(envelopes.map((envelope) => [envelope.name, envelope] as const))(
    'six lines of 38 signs stand in the window of a %s wherever the sheet slid',
    (_name, envelope) => {
      const address = (pages.refusal ?? []).filter(({ text }) => longestAddress.includes(text));
      expect(address.map(({ text }) => text)).toEqual(longestAddress);
      for (const line of address)
        expect({ ...line, seen: isInside(line, alwaysSeen(envelope)) }).toMatchObject({ seen: true });
    },
  );

  it.each(envelopes.map((envelope) => [envelope.name, envelope] as const))(
    'no other word shows through the window of a %s',
    (_name, envelope) => {
      for (const [name, given] of Object.entries(letters)) {
        const shown = (pages[name] ?? []).filter((ink) => touches(ink, maybeSeen(envelope)));
        const to = given.recipient.length > 0 ? [...given.recipient] : ['Destinataire à compléter'];
        expect(shown.map(({ text }) => text)).toEqual(to);
      }
      expect(touches(codePlace, maybeSeen(envelope))).toBe(false);
    },
  );

  it('keeps the lines of the address apart, so that machines read them', () => {
    const lines = (pages.refusal ?? []).filter(({ text }) => longestAddress.includes(text));
    const steps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(3.75, 2);
    expect(new Set(lines.map(({ x }) => x.toFixed(1)))).toEqual(new Set(['105.0']));
  });

  it('folds in three equal parts, each shorter than the envelope', () => {
    expect(folds).toEqual([99, 198]);
    for (const { folded, height, width } of envelopes)
      expect(folded.height <= height && folded.width <= width).toBe(true);
  });
});
