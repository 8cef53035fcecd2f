/** `node test/bench/paper/splitting-record.ts`: draws, scans and reads the published piles anew and keeps what was read. */
import { levelPage } from '../../../functions/documents/image/straighten.adapter.ts';
import { openEngine } from '../../../functions/documents/reading/engine.adapter.ts';
import { dpi, type Pile, readPiles, scanPile } from './splitting-piles.ts';
import { type KeptPage, keepPile, keptLines } from './splitting-readings.ts';

type Engine = ReturnType<typeof openEngine>;

/** The pages of a pile as the product's own chain reads them. */
export async function readPile(pile: Pile, seed: number, engine: Engine): Promise<KeptPage[]> {
  const pages: KeptPage[] = [];
  for (const [index, grey] of (await scanPile(pile, seed)).entries()) {
    const { level } = await levelPage(grey, dpi);
    const read = level ? await engine.read(level, dpi) : null;
    pages.push({
      letter: pile.pages[index]?.letter ?? null,
      kind: level ? 'content' : 'blank',
      size: [grey.width, grey.height],
      confidence: Math.round(read?.confidence ?? 0),
      lines: read ? keptLines(read) : [],
    });
  }
  return pages;
}

if (import.meta.main) {
  const engine = openEngine({ workers: 1 });
  for (const [index, pile] of readPiles().entries()) {
    const pages = await readPile(pile, 500 + index, engine);
    keepPile({ name: pile.name, letters: pile.letters, pages });
    console.log(`${pile.name}: ${pages.length} pages`);
  }
  await engine.close();
}
