import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { openEngine } from '../functions/documents/reading/engine.adapter.ts';
import { type FilePage, readFile } from '../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../functions/documents/source/source.adapter.ts';
import { sniff } from '../functions/intake/sniff.adapter.ts';

const workers = 2;

/** Reads a scanned file as the product does and prints its pages as JSON; a file that cannot be read is one sentence. */
async function main([path]: string[]): Promise<void> {
  if (!path) throw new Error('usage: npm run --silent ocr -- <file.pdf|.tif|.jpg|.png>');
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be opened (${error.code ?? error.message})`);
  });
  const opened = await openSource(bytes, await sniff(basename(path), bytes));
  if ('failure' in opened) throw new Error(`${path} cannot be read: ${opened.failure}`);
  const engine = openEngine({ workers });
  const pages: unknown[] = [];
  for await (const page of readFile(opened.source, engine, workers))
    pages.push('error' in page ? { page: page.page, error: 'damaged' } : printed(page));
  await engine.close();
  opened.source.close();
  process.stdout.write(`${JSON.stringify({ pages })}\n`);
}

/** Boxes in pixels of the page as straightened: upright and level. */
function printed({ page, is, read, source }: FilePage) {
  const { turned = 0, width = 0, height = 0, text = '', confidence = 0, words = [] } = read ?? {};
  const handwritten = read?.isHandwritten ?? false;
  return {
    page,
    turned,
    skew: is.skew,
    confidence: Math.round(confidence),
    text,
    // Of a page written by hand, words are guesses.
    words: (handwritten ? [] : words).map((word) => ({
      text: word.text,
      confidence: Math.round(word.confidence),
      box: [width, height, width, height].map((side, index) =>
        Math.round((word.box[index] as number) * side),
      ),
    })),
    width,
    height,
    source,
    handwritten,
    blank: is.isBlank,
    separator: is.separator !== null,
  };
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
