import type { Engine } from '../../../functions/documents/reading/engine.adapter.ts';
import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { readFile } from '../../../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../../functions/intake/sniff.adapter.ts';
import { randomOf } from '../../support/random.ts';
import { bareEngine } from './bare-engine.ts';
import { degradations, degrade, type Kind, kinds, type Scanned } from './reading/degrade.ts';
import { errorRate } from './reading/error-rate.ts';
import { drawLetter, letterCount, type Truth } from './reading/letter.ts';

export type Measured = { lines: string[]; failures: string[] };
type Options = {
  letters: number[];
  dpis: number[];
  kinds?: Kind[];
  isBareToo?: boolean;
  isDetailed?: boolean;
};

const everyLetter = Array.from({ length: letterCount }, (_, index) => index);
/** Each letter once a degradation, half of them at either resolution; the quick way takes every fifth. */
export const reading = (isQuick: boolean): Promise<Measured> =>
  measureReading({ letters: everyLetter.filter((index) => !isQuick || index % 5 === 2), dpis: [200, 300] });

/** Reads each letter under each degradation by the product's chain and by the bare engine. */
export async function measureReading(options: Options): Promise<Measured> {
  const { isBareToo = true } = options;
  const engine = openEngine({ workers: 2 });
  const bare = isBareToo ? await bareEngine() : null;
  const lines = [
    `${'error rate, %'.padEnd(14)} ${'gate'.padStart(5)} ${'ours'.padStart(6)} ${'worst'.padStart(6)} ${'bare'.padStart(6)}  pages`,
  ];
  const failures: string[] = [];
  for (const kind of options.kinds ?? kinds) {
    const pages = await pagesOf(kind, options);
    const ours = rates(await readTwoByTwo(engine, pages), pages);
    const theirs = bare ? rates(await bare.read(pages.map(({ scanned }) => scanned.bytes)), pages) : [];
    const { most } = degradations[kind];
    const rate = mean(ours);
    lines.push(
      `${kind.padEnd(14)} ${most.toFixed(1).padStart(5)} ${rate.toFixed(2).padStart(6)} ${Math.max(...ours)
        .toFixed(2)
        .padStart(6)} ${theirs.length ? mean(theirs).toFixed(2).padStart(6) : '-'}  ${pages.length}`,
    );
    if (options.isDetailed)
      lines.push(ours.map((one, at) => `${pages[at]?.label}:${one.toFixed(2)}`).join(' '));
    if (rate > most) failures.push(`${kind}: ${rate.toFixed(2)} % of characters wrong, ${most} at most`);
  }
  await engine.close();
  await bare?.close();
  return { lines, failures };
}

type Page = { scanned: Scanned; truth: Truth; label: string };
async function pagesOf(kind: Kind, { letters, dpis }: Options): Promise<Page[]> {
  const pages: Page[] = [];
  for (const [place, letter] of letters.entries()) {
    const dpi = dpis[place % dpis.length] as number;
    const { page, truth } = await drawLetter(letter, dpi);
    const random = randomOf(letter * 100 + kinds.indexOf(kind) * 7 + dpi);
    pages.push({ scanned: await degrade(kind, page, random, dpi), truth, label: `${letter}@${dpi}` });
  }
  return pages;
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rates = (texts: string[], pages: Page[]) =>
  texts.map((text, at) => errorRate(text, (pages[at] as Page).truth));

async function readTwoByTwo(engine: Engine, pages: Page[]): Promise<string[]> {
  const texts: string[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < pages.length; at = next++)
      texts[at] = await readOne(engine, (pages[at] as Page).scanned);
  };
  await Promise.all([lane(), lane()]);
  return texts;
}

async function readOne(engine: Engine, { bytes, name }: Scanned): Promise<string> {
  const opened = await openSource(bytes, await sniff(name, bytes));
  if (!('source' in opened)) throw new Error(opened.failure);
  let text = '';
  for await (const page of readFile(opened.source, engine, 1)) {
    if ('error' in page) throw page.error;
    text += page.read?.text ?? '';
  }
  return text;
}
