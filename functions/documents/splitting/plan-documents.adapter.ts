import type { PageTable } from '../batches/page-table.adapter.ts';
import { sortOf } from './sorting.ts';
import { splitPages } from './split.ts';

type Deps = { pages: PageTable; derivedId(...parts: (string | number)[]): string };
/** `documents` by their first page; `doubts` places to decide on, among so many pages. */
export type Plan = { documents: number[]; doubts: number; pages: number };

/**
 * Plans the documents of a file whose pages are read: the sure ones are filed at once, the pages around a doubt wait for a
 * clerk. Planned again after the clerk decided, pages that are filed stay where they are.
 */
export async function planDocuments(fileId: string, { pages, derivedId }: Deps): Promise<Plan> {
  const [known, deeds] = await Promise.all([pages.listPages(fileId), pages.listDeeds(fileId)]);
  // Every reader tried: whoever receives the letter reads the picture.
  for (const page of known.filter(({ state, image }) => state === 'reading' && image))
    await pages.changeWhile(page, 'reading', { state: 'read', reason: 'unread' });
  const filed = new Set(known.filter(({ contactId }) => contactId).map(({ page }) => page));
  const split = splitPages(known.map(sortOf), deeds);
  const documents: number[] = [];
  const doubtful: number[] = [];
  for (const [index, { isDoubtful, ...document }] of split.documents.entries()) {
    const rest = document.pages.filter((page) => !filed.has(page));
    const [first] = rest;
    if (first === undefined) continue;
    if (isDoubtful) {
      doubtful.push(...rest);
      continue;
    }
    const { department, procedure } = document;
    const contactId = derivedId('scan', fileId, first);
    await pages.savePlan(fileId, { number: index + 1, pages: rest, department, procedure, contactId });
    documents.push(first);
  }
  for (const page of doubtful) await pages.changeWhile({ fileId, page }, 'read', { state: 'doubtful' });
  return { documents, doubts: doubtful.length > 0 ? split.doubts.length : 0, pages: doubtful.length };
}
