import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, type FileAccount, stateOfFile } from '../../functions/documents/batches/accounts.ts';
import { rangesOf } from '../../functions/documents/reading/ranges.ts';
import { sortOf } from '../../functions/documents/splitting/sorting.ts';
import { countPages, type SortedPage, splitPages } from '../../functions/documents/splitting/split.ts';

const kinds = { c: 'content', s: 'separator', b: 'blank', r: 'rejected' } as const;
const sorted = (text: string): SortedPage[] =>
  [...text].map((letter, index) => ({ page: index + 1, kind: kinds[letter as keyof typeof kinds] }));

describe('every page of a batch goes somewhere', () => {
  it.each([
    ['cc', [[1, 2]]],
    ['cscsc', [[1], [3], [5]]],
    ['sscbcss', [[3, 5]]],
    ['crc', [[1, 3]]],
    ['sbr', []],
    ['', []],
  ])('cuts %s at its separators', (text, documents) => {
    expect(splitPages(sorted(text)).documents.map(({ pages }) => pages)).toEqual(documents);
  });

  it('gives the letters after a sheet to the department it names, also through its plain back', () => {
    const pages: SortedPage[] = [
      { page: 1, kind: 'content' },
      { page: 2, kind: 'separator', department: 'voirie' },
      { page: 3, kind: 'separator', department: null },
      { page: 4, kind: 'content' },
      { page: 5, kind: 'separator', department: null },
      { page: 6, kind: 'content' },
    ];
    expect(splitPages(pages).documents.map(({ department }) => department)).toEqual([null, 'voirie', null]);
  });

  it('loses no page and files none twice, whatever the batch', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('c', 's', 'b', 'r'), maxLength: 200 }), (text) => {
        const pages = sorted(text);
        const filed = splitPages(pages).documents.flatMap((document) => document.pages);
        const counts = countPages(pages);
        expect(filed).toEqual(pages.filter(({ kind }) => kind === 'content').map(({ page }) => page));
        expect(counts.filed + counts.separators + counts.blanks + counts.rejected).toBe(counts.pages);
      }),
      { seed: 1 },
    );
  });

  it.each([
    [{ state: 'reading', image: 'a.webp' }, 'content'],
    [{ state: 'waiting', image: null }, 'rejected'],
    [{ state: 'rejected', image: 'a.webp' }, 'rejected'],
    [{ state: 'filed', image: 'a.webp' }, 'content'],
  ] as const)('counts a page %j as %s', (page, kind) => {
    expect(sortOf({ page: 1, ...page }).kind).toBe(kind);
  });

  it('covers all pages with ranges, once each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (pages) => {
        const covered = rangesOf(pages).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(covered).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
      }),
      { seed: 1, numRuns: 30 },
    );
  });
});

describe('a batch says what became of its files', () => {
  const file = (changes: Partial<FileAccount>): FileAccount => ({
    id: 'f',
    name: 'f.pdf',
    path: 'f.pdf',
    receivedAt: '2026-11-20T08:00:00.000Z',
    dropVersionId: 'v',
    state: 'done',
    pages: 3,
    filed: 2,
    separators: 1,
    blanks: 0,
    rejected: 0,
    documents: 2,
    reason: null,
    evidence: { key: 'k', versionId: 'v', size: 1 },
    ...changes,
  });
  const batch = { id: 'b', name: 'courrier', receivedAt: '2026-11-20T08:00:00.000Z' };
  it.each([
    [['done', 'reading'], 'reading'],
    [['done', 'failed'], 'doubtful'],
    [['failed', 'failed'], 'failed'],
    [['done', 'done'], 'done'],
    [['done', 'doubtful'], 'doubtful'],
  ] as const)('of files %j it is %s', (states, state) => {
    expect(
      accountOf(
        batch,
        states.map((one) => file({ state: one })),
      ).state,
    ).toBe(state);
  });

  it('adds up its files and keeps the reason when nothing could be read', () => {
    const failed = file({
      state: 'failed',
      pages: 0,
      filed: 0,
      separators: 0,
      documents: 0,
      reason: 'empty',
    });
    expect(accountOf(batch, [file({}), failed])).toMatchObject({
      pages: 3,
      filed: 2,
      failedFiles: 1,
      reason: null,
    });
    expect(accountOf(batch, [failed]).reason).toBe('empty');
  });

  it('asks a person to look at a file that gave no document', () => {
    const counts = { pages: 2, filed: 0, separators: 1, blanks: 1, rejected: 0, lost: [] };
    expect(stateOfFile(counts, 0)).toBe('doubtful');
    expect(stateOfFile({ ...counts, filed: 1 }, 1)).toBe('done');
  });
});
