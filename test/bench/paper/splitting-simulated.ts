import type { Read, Word } from '../../../functions/documents/reading/words.ts';
import type { SortedPage } from '../../../functions/documents/splitting/split.ts';
import { traitsOf } from '../../../functions/documents/splitting/traits.ts';
import { type Random, randomOf } from '../../support/random.ts';
import { type LaidPage, layOut } from './splitting-layout.ts';
import { aLetter, aSender } from './splitting-training.ts';

/** Pages of a file in order, with the letter that each belongs to. */
export type Labelled = { pages: SortedPage[]; letters: (number | null)[] };

const alike: Record<string, string> = {
  ',': '.',
  é: 'e',
  O: '0',
  l: 'I',
  '1': 'l',
  à: 'a',
  ':': '.',
  '’': "'",
  '/': 'l',
};

/** What a reader makes of a laid page: now and then a wrong sign, a lost word, junk where there is no print. */
export function simulatedRead(page: LaidPage, random: Random): Read {
  const words: Word[] = [];
  const worth = random.between(0.2, 1.6);
  const shift = random.between(-0.01, 0.01);
  const slant = random.between(-0.012, 0.012);
  for (const [line, { text, x, y, size, width }] of page.lines.entries()) {
    const step = width / Math.max(1, text.length);
    let at = x;
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const box = [
        at / page.width + shift,
        y / page.height + slant * (at / page.width) + shift,
        (word.length * step) / page.width,
        (size * 0.72) / page.height,
      ] as const;
      at += (word.length + 1) * step;
      if (random.next() < 0.004 * worth) continue;
      words.push({
        text: misread(word, random, worth),
        confidence: Math.min(97, 91 - worth * 6 + random.normal() * 5),
        box,
        line,
      });
    }
  }
  for (const { kind, x, y, width, height } of page.scribbles)
    words.push(
      ...junk(
        random,
        kind === 'photo' ? random.pick([0, 0, 6, 12]) : 30 + (height / 26) * random.between(4, 9),
        (index) => ({
          line: page.lines.length + 1 + Math.floor(index / 5),
          box: [
            (x + random.next() * width * 0.9) / page.width,
            (y + random.next() * height) / page.height,
            random.between(0.01, 0.08),
            random.between(0.005, 0.03),
          ],
        }),
      ),
    );
  const lines = new Map<number, string[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word.text]);
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return { text: [...lines.values()].map((line) => line.join(' ')).join('\n'), confidence, words };
}

const misread = (word: string, random: Random, worth: number) =>
  [...word].map((sign) => (random.next() < 0.012 * worth ? (alike[sign] ?? sign) : sign)).join('');

function junk(random: Random, most: number, place: (index: number) => Pick<Word, 'line' | 'box'>): Word[] {
  const letters = 'aeilmnrstuvcf|_-~.';
  return Array.from({ length: Math.floor(random.between(0.6, 1) * most) }, (_, index) => ({
    ...place(index),
    text: Array.from(
      { length: 1 + Math.floor(random.next() * 6) },
      () => letters[Math.floor(random.next() * letters.length)],
    ).join(''),
    confidence: Math.max(0, random.between(5, 62)),
  }));
}

/** A file of some letters: of one sender twice in a row now and then, of both sides of the sheets in a third of the files. */
export function aFile(seed: number): Labelled {
  const random = randomOf(seed);
  const isDuplex = random.next() < 0.3;
  const count = random.pick([1, 1, 2, 3, 6, 8, 10, 12, 14]);
  const pages: SortedPage[] = [];
  const letters: (number | null)[] = [];
  let sender = aSender(random);
  const push = (page: Omit<SortedPage, 'page'>, letter: number | null) => {
    pages.push({ page: pages.length + 1, ...page });
    letters.push(letter);
  };
  for (let letter = 0; letter < count; letter++) {
    if (random.next() > 0.14) sender = aSender(random);
    for (const part of aLetter(random, sender).parts) {
      const laid = layOut({ name: '', parts: [part] }).slice(0, 4);
      const isOneSided = random.next() < 0.35;
      for (const [index, one] of laid.entries()) {
        const traits = traitsOf(simulatedRead(one, random), { width: one.width, height: one.height });
        push({ kind: 'content', traits }, letter);
        const hasEmptyBack = isOneSided || (index === laid.length - 1 && laid.length % 2 === 1);
        if (isDuplex && hasEmptyBack) push({ kind: 'blank' }, null);
      }
    }
  }
  return { pages, letters };
}
