import type { Engine } from '../../../functions/documents/reading/engine.adapter.ts';
import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { readFile } from '../../../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../../../functions/documents/source/source.adapter.ts';
import { sniff } from '../../../functions/intake/sniff.adapter.ts';
import { randomOf } from '../../support/random.ts';
import { degrade, type Kind, type Scanned } from './reading/degrade.ts';
import { drawLetter, letterCount } from './reading/letter.ts';
import { drawScrawl } from './reading/scrawl.ts';
import type { Measured } from './reading.ts';

const kinds: Kind[] = ['clean', 'mixed'];

/** Pages as a pen fills them are said to be handwritten, and none that was printed; the quick way looks at a third of them. */
export async function handwriting(isQuick: boolean): Promise<Measured> {
  const engine = openEngine({ workers: 2 });
  const pens = isQuick ? 2 : 6;
  const letters = isQuick ? 7 : letterCount;
  const said = { pen: 0, print: 0 };
  for (let pen = 0; pen < pens; pen++) {
    const random = randomOf(500 + pen);
    const scanned = await degrade('jpeg', await drawScrawl(random, 200), random, 200);
    if (await isHandwritten(engine, scanned)) said.pen++;
  }
  for (let letter = 0; letter < letters; letter++) {
    const { page } = await drawLetter(letter, 200);
    const kind = kinds[letter % kinds.length] as Kind;
    if (await isHandwritten(engine, await degrade(kind, page, randomOf(letter), 200))) said.print++;
  }
  await engine.close();
  const failures = [
    ...(said.pen < pens ? [`handwriting: ${pens - said.pen} of ${pens} pages by pen taken for print`] : []),
    ...(said.print > 0 ? [`handwriting: ${said.print} of ${letters} printed pages taken for a pen's`] : []),
  ];
  return { lines: [`by pen ${said.pen}/${pens}, printed ${said.print}/${letters}`], failures };
}

async function isHandwritten(engine: Engine, { bytes, name }: Scanned): Promise<boolean> {
  const opened = await openSource(bytes, await sniff(name, bytes));
  if (!('source' in opened)) throw new Error(opened.failure);
  for await (const page of readFile(opened.source, engine, 1))
    if (!('error' in page) && page.read?.isHandwritten) return true;
  return false;
}
