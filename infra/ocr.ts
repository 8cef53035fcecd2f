import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ScanFailure } from '../functions/documents/batches/batch.ts';
import { openEngine } from '../functions/documents/reading/engine.adapter.ts';
import { type FilePage, readFile } from '../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../functions/documents/source/source.adapter.ts';
import { sniff } from '../functions/intake/sniff.adapter.ts';

const workers = 2;
const reasons: Record<ScanFailure, string> = {
  empty: 'it is empty',
  infected: 'it carries malware',
  executable: 'it is a program',
  damaged: 'it is damaged',
  'unknown-type': 'it is no PDF, TIFF, JPEG or PNG',
  'password-protected': 'it is protected by a password',
  'too-many-pages': 'it has more than 1,000 pages',
  'too-large-image': 'a side has more than 10,000 pixels',
  'reading-failed': 'reading failed',
};

/** Reads a scanned file as the product does and prints its pages as JSON; a file that cannot be read is one sentence. */
async function main([path]: string[]): Promise<void> {
  if (!path) throw new Error('usage: npm run --silent ocr -- <file.pdf|.tif|.jpg|.png>');
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be opened (${error.code ?? error.message})`);
  });
  const opened = await openSource(bytes, await sniff(basename(path), bytes));
  if ('failure' in opened) throw new Error(`${path} cannot be read: ${reasons[opened.failure]}`);
  const engine = openEngine({ workers });
  const pages: ReturnType<typeof printed>[] = [];
  for await (const page of readFile(opened.source, engine, workers))
    pages.push(
      'error' in page ? { ...printed({ ...unread, page: page.page }), error: 'damaged' } : printed(page),
    );
  await engine.close();
  opened.source.close();
  if (pages.every(({ error }) => error)) throw new Error(`${path} cannot be read: ${reasons.damaged}`);
  process.stdout.write(`${JSON.stringify({ pages })}\n`);
}

type Printed = Record<string, unknown> & { error?: 'damaged' };
const nothing = { skew: 0, separator: null, letterCodes: [], isBlank: false, letterHeight: null };
const unread: Omit<FilePage, 'page'> = { is: nothing, read: null, source: 'none' };

/** Boxes in pixels of the page as straightened: upright and level. */
function printed({ page, is, read, source }: FilePage): Printed {
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
