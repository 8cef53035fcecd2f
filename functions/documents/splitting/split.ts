import { isLetterCode } from './separator.ts';

/** What a page turned out to be; `department` is what the separator sheet says of the letters that follow it. */
export type SortedPage = {
  page: number;
  kind: 'content' | 'separator' | 'blank' | 'rejected';
  department?: string | null;
  /** Of our own letters and slips. */
  codes?: string[];
};
export type SplitDocument = { pages: number[]; department: string | null };

/**
 * The documents of a file: the pages with content between separators, in order. A separator sheet printed on both
 * sides, or two of them in a row, makes no empty document. Letters of ours that came back lie in a heap without sheets
 * between them: each begins where its code stands.
 */
export function splitPages(pages: readonly SortedPage[]): SplitDocument[] {
  const documents: SplitDocument[] = [];
  let department: string | null = null;
  let isOpen = false;
  let returned: string | undefined;
  for (const { page, kind, ...sheet } of pages) {
    if (kind === 'separator') {
      // The back of a plain sheet must not make its front forget the department.
      department = isOpen ? (sheet.department ?? null) : (sheet.department ?? department);
      isOpen = false;
    } else if (kind === 'content') {
      const letter = sheet.codes?.find(isLetterCode);
      const isNextReturned = returned !== undefined && letter !== undefined && letter !== returned;
      if (!isOpen || isNextReturned) {
        documents.push({ pages: [], department });
        returned = letter;
      }
      isOpen = true;
      documents.at(-1)?.pages.push(page);
    }
  }
  return documents;
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
