import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { openEngine } from '../functions/documents/reading/engine.adapter.ts';
import { type FilePage, readFile } from '../functions/documents/reading/read-file.adapter.ts';
import { openSource } from '../functions/documents/source/source.adapter.ts';
import { type SortedPage, splitPages } from '../functions/documents/splitting/split.ts';
import { traitsOf } from '../functions/documents/splitting/traits.ts';
import { sniff } from '../functions/intake/sniff.adapter.ts';

const workers = 2;
type Read = { sorted: SortedPage; text: string };

/** Reads a scanned file and prints its documents as JSON; a file that cannot be read is one sentence. */
async function main([path]: string[]): Promise<void> {
  if (!path) throw new Error('usage: npm run --silent split -- <file.pdf|.tif|.jpg|.png>');
  const bytes = await readBytes(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${path} cannot be opened (${error.code ?? error.message})`);
  });
  const opened = await openSource(bytes, await sniff(basename(path), bytes));
  if ('failure' in opened) throw new Error(`${path} cannot be read: ${opened.failure}`);
  const engine = openEngine({ workers });
  const pages: Read[] = [];
  for await (const page of readFile(opened.source, engine, workers))
    pages.push('error' in page ? { sorted: { page: page.page, kind: 'rejected' }, text: '' } : sorted(page));
  await engine.close();
  opened.source.close();
  process.stdout.write(`${JSON.stringify(printed(pages))}\n`);
}

function sorted({ page, is, read }: FilePage): Read {
  const text = read?.text ?? '';
  if (is.separator) return { sorted: { page, kind: 'separator', ...is.separator }, text };
  if (is.isBlank) return { sorted: { page, kind: 'blank' }, text };
  const size = { width: read?.width ?? 0, height: read?.height ?? 0 };
  const traits = read ? traitsOf(read, size) : null;
  return { sorted: { page, kind: 'content', codes: is.letterCodes, traits }, text };
}

/** A doubt stands as it leans until a clerk says: the documents it touches have its confidence. */
function printed(pages: readonly Read[]) {
  const split = splitPages(pages.map((page) => page.sorted));
  const texts = new Map(pages.map(({ sorted: { page }, text }) => [page, text]));
  // Downwards: a doubt must not look sure.
  const rounded = (confidence: number) => Math.floor(confidence * 100) / 100;
  return {
    documents: split.documents.map(({ pages: numbers, startedBy, confidence }) => ({
      pages: numbers,
      text: numbers.map((page) => texts.get(page) ?? '').join('\n\n'),
      startedBy,
      confidence: rounded(confidence),
    })),
    separators: split.separators,
    blanks: split.blanks,
    rejected: split.rejected,
    doubts: split.doubts.map(({ before, leans, confidence, reasons }) => ({
      ...{ before, leans, confidence: rounded(confidence), reasons },
    })),
  };
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
