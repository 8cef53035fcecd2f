import type { FileAccount } from '../batches/accounts.ts';
import { asAsked } from '../batches/asked.ts';
import type { ScanFailure } from '../batches/batch.ts';
import type { BatchTable } from '../batches/batch-table.adapter.ts';
import type { PageTable } from '../batches/page-table.adapter.ts';
import { longBatch, type Range, rangesOf } from '../reading/ranges.ts';
import type { Opened } from './source.adapter.ts';

type Deps = { batches: BatchTable; pages: PageTable; open(file: FileAccount): Promise<Opened> };
export type Looked = {
  failure: ScanFailure | null;
  ranges: Range[];
  /** It belongs to a long batch, of so many pages by now: it waits for its turn. */
  isLong: boolean;
  pages: number;
};

const settled = ['read', 'doubtful', 'separator', 'blank', 'rejected', 'filed'];

/**
 * What a file is, how many pages it has and why it cannot be read if so; the first time, and again after a clerk asked
 * something of its pages or some were lost. Answers the ranges of pages that there is something to do about.
 */
export async function lookAtFile(
  { batchId, fileId }: { batchId: string; fileId: string },
  { batches, pages, open }: Deps,
): Promise<Looked> {
  const file = await batches.readFile(batchId, fileId);
  let total = file.pages;
  if (total === 0) {
    const opened = await open(file);
    if ('failure' in opened) return { failure: opened.failure, ranges: [], isLong: false, pages: 0 };
    total = opened.source.pages;
  }
  await pages.forgetDoubt(fileId);
  const deeds = await pages.listDeeds(fileId);
  const known = new Map((await pages.listPages(fileId)).map((page) => [page.page, page]));
  for (const page of known.values()) {
    const asked = asAsked(page, deeds);
    if (!asked) continue;
    await pages.savePage(asked);
    known.set(page.page, asked);
  }
  const next: FileAccount = { ...file, pages: total, state: 'reading', reason: null, doubts: 0 };
  const batch = await batches.saveFile(batchId, next);
  const ranges = rangesOf(total, (page) => !settled.includes(known.get(page)?.state ?? 'waiting'));
  return {
    failure: null,
    ranges,
    isLong: ranges.length > 0 && batch.pages > longBatch,
    pages: batch.pages,
  };
}
