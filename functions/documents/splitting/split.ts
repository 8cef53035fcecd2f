import type { ClerkDeed } from '../batches/clerk.ts';
import { boundariesOf } from './boundaries.ts';
import type { Boundary, PageTraits, StartedBy } from './boundary.ts';
import { collate } from './collate.ts';
import { counted } from './deeds.ts';
import { type Sheet, sheetReader } from './sheets.ts';

/** What a page turned out to be; `department` and `procedure` are what the separator sheet says of the letters after it. */
export type SortedPage = {
  page: number;
  kind: 'content' | 'separator' | 'blank' | 'rejected';
  department?: string | null;
  procedure?: string;
  /** The sheet between the two passes of a pile whose versos were scanned after its fronts. */
  isVersos?: boolean;
  /** Of our own letters and slips. */
  codes?: string[];
  /** Absent on a page without words. */
  traits?: PageTraits | null;
};
/** `confidence` is that of the least sure place at its ends or within; one that touches a doubt waits for a clerk. */
export type SplitDocument = {
  pages: number[];
  department: string | null;
  procedure: string | null;
  startedBy: StartedBy;
  confidence: number;
  isDoubtful: boolean;
};
export type Split = {
  documents: SplitDocument[];
  doubts: Boundary[];
  separators: number[];
  blanks: number[];
  rejected: number[];
};

/**
 * Where each page of a file goes, by its sheets, codes and words, and by what a clerk decided. Every page is in exactly one
 * place. The pages of a document stand in the order they are read, which is not that of the scan when versos came apart.
 */
export function splitPages(given: readonly SortedPage[], deeds: readonly ClerkDeed[] = []): Split {
  const pages = counted(given, deeds);
  const boundaries = new Map(boundariesOf(given, deeds).map((boundary) => [boundary.before, boundary]));
  const documents: SplitDocument[] = [];
  const sheet = sheetReader();
  for (const page of collate(pages).pages) {
    if (page.kind === 'separator') sheet.lay(page);
    if (page.kind !== 'content') continue;
    const boundary = boundaries.get(page.page);
    const said = sheet.say();
    const last = documents.at(-1);
    if (boundary && last) touch(last, boundary);
    if (boundary?.leans === 'join' && last) last.pages.push(page.page);
    else documents.push(startOf(page.page, said, boundary));
  }
  const ofKind = (kind: SortedPage['kind']) =>
    pages.filter((page) => page.kind === kind).map(({ page }) => page);
  return {
    documents,
    doubts: [...boundaries.values()].filter(({ verdict }) => verdict === 'doubt'),
    separators: ofKind('separator'),
    blanks: ofKind('blank'),
    rejected: ofKind('rejected'),
  };
}

const startOf = (page: number, sheet: Sheet, boundary?: Boundary): SplitDocument => ({
  pages: [page],
  department: sheet.department,
  procedure: sheet.procedure,
  startedBy: boundary?.by ?? (sheet.wasLaid ? 'separator' : 'first'),
  confidence: boundary?.confidence ?? 1,
  isDoubtful: boundary?.verdict === 'doubt',
});

function touch(document: SplitDocument, { confidence, verdict }: Boundary): void {
  document.confidence = Math.min(document.confidence, confidence);
  if (verdict === 'doubt') document.isDoubtful = true;
}

export type PageCounts = {
  pages: number;
  filed: number;
  separators: number;
  blanks: number;
  rejected: number;
};

/** Where each page of a file went. */
export function countPages(pages: readonly SortedPage[]): PageCounts {
  const count = (kind: SortedPage['kind']) => pages.filter((page) => page.kind === kind).length;
  return {
    pages: pages.length,
    filed: count('content'),
    separators: count('separator'),
    blanks: count('blank'),
    rejected: count('rejected'),
  };
}
