/** What a page turned out to be; `department` is what the separator sheet says of the letters that follow it. */
export type SortedPage = {
  page: number;
  kind: 'content' | 'separator' | 'blank' | 'rejected';
  department?: string | null;
};
export type SplitDocument = { pages: number[]; department: string | null };

/**
 * The documents of a file: the pages with content between separators, in order. A separator sheet printed on both
 * sides, or two of them in a row, makes no empty document.
 */
export function splitPages(pages: readonly SortedPage[]): SplitDocument[] {
  const documents: SplitDocument[] = [];
  let department: string | null = null;
  let isOpen = false;
  for (const { page, kind, ...sheet } of pages) {
    if (kind === 'separator') {
      // The back of a plain sheet must not make its front forget the department.
      department = isOpen ? (sheet.department ?? null) : (sheet.department ?? department);
      isOpen = false;
    } else if (kind === 'content') {
      if (!isOpen) documents.push({ pages: [], department });
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
