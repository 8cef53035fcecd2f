import type { Grey } from '../image/grey.ts';
import { twoThirds } from '../image/reduce.ts';
import { type LevelPage, levelPage } from '../image/straighten.adapter.ts';
import type { Source } from '../source/source.adapter.ts';
import { isReadAlready, saysSomething } from '../source/text-layer.ts';
import type { Engine, EngineRead } from './engine.adapter.ts';

/** What a page is and says: `read` is null for a separator and a blank. */
export type FilePage = {
  page: number;
  is: Omit<LevelPage, 'level'>;
  read: EngineRead | null;
  source: 'text-layer' | 'ocr' | 'none';
};

/** Pages made ready beyond those that are being read: enough to keep the readers busy, few enough for memory. */
const ahead = 2;

/**
 * Reads a file from its first page to its last, in this process: while pages are read the next are made ready. A page
 * that cannot be drawn or read is an error in its place and holds up no other.
 * @param workers how many pages the engine reads at once
 */
export async function* readFile(
  source: Source,
  engine: Engine,
  workers: number,
): AsyncGenerator<FilePage | { page: number; error: unknown }> {
  const inHand: Promise<FilePage | { page: number; error: unknown }>[] = [];
  for (let page = 1; page <= source.pages; page++) {
    try {
      const begun = await begin(source, engine, page);
      inHand.push(begun.done.catch((error: unknown) => ({ page, error })));
    } catch (error) {
      inHand.push(Promise.resolve({ page, error }));
    }
    if (inHand.length >= workers + ahead) yield await (inHand.shift() as (typeof inHand)[number]);
  }
  for (const one of inHand) yield await one;
}

/** Makes a page ready and begins to read it; answers in a box, since waiting for a promise in a promise would wait for both. */
async function begin(source: Source, engine: Engine, page: number): Promise<{ done: Promise<FilePage> }> {
  const { text, hasImage, words } = source.text(page);
  const { grey, dpi } = await source.draw(page);
  const { level, ...is } = await levelPage(grey, dpi);
  const isRead = isReadAlready(text, hasImage) || (is.isBlank && saysSomething(text, hasImage));
  if (!is.separator && isRead) {
    const { width, height } = grey;
    const read = { text, confidence: 100, words, turned: 0 as const, width, height, isHandwritten: false };
    const found = { ...is, skew: 0, isBlank: false };
    return { done: Promise.resolve({ page, is: found, read, source: 'text-layer' }) };
  }
  if (!level) return { done: Promise.resolve({ page, is, read: null, source: 'none' }) };
  return {
    done: readLevel(engine, level, dpi, is.letterHeight).then((read) => ({ page, is, read, source: 'ocr' })),
  };
}

/** The engine brings each line to a height of 36 pixels: letters larger than this only take longer. */
const largeLetters = 17;

/** Reads a level page, reduced when its letters stay large enough; the size answered is that of the page as it came. */
async function readLevel(
  engine: Engine,
  level: Grey,
  dpi: number,
  letters: number | null,
): Promise<EngineRead> {
  if (letters === null || letters < largeLetters) return engine.read(level, dpi, letters !== null);
  const read = await engine.read(twoThirds(level), (dpi * 2) / 3, true);
  const isOnSide = read.turned % 180 !== 0;
  const { width, height } = level;
  return { ...read, width: isOnSide ? height : width, height: isOnSide ? width : height };
}
