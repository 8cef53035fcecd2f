import type { PageCounts } from '../splitting/split.ts';
import type { Batch, BatchFile, BatchState, PageState } from './batch.ts';

/** A file of a batch with where its pages went; `path` is its place in the drop, under `scans/`. */
export type FileAccount = BatchFile &
  Omit<PageCounts, 'pages'> & {
    path: string;
    documents: number;
    receivedAt: string;
    dropVersionId: string;
    /** Doubtful places that a clerk is asked about. */
    doubts?: number;
    /** How often the file was gone through again because pages were lost. */
    repairs?: number;
  };
export type BatchAccount = Omit<Batch, 'files'> & {
  documents: number;
  failedFiles: number;
  /** Doubtful places of its files, and pages that are nowhere. */
  doubts?: number;
  unaccounted?: number;
};

type Counted = { page: number; state: PageState };
/** Where the pages of a file went; `lost` are those that are nowhere yet, or of which nobody knows anything. */
export type PageAccount = PageCounts & { lost: number[] };

/**
 * Counts the pages of a file. What balances has no page lost: pages = filed + separators + blanks + rejected.
 * @param total pages that the file itself says it has
 */
export function accountPages(pages: readonly Counted[], total: number): PageAccount {
  const states = new Map(pages.map(({ page, state }) => [page, state]));
  const most = Math.max(total, ...states.keys());
  const of = (state: PageState) => pages.filter((page) => page.state === state).length;
  const settled: PageState[] = ['filed', 'separator', 'blank', 'rejected'];
  const lost = Array.from({ length: most }, (_, index) => index + 1).filter(
    (page) => !settled.includes(states.get(page) ?? 'waiting'),
  );
  const counts = {
    filed: of('filed'),
    separators: of('separator'),
    blanks: of('blank'),
    rejected: of('rejected'),
  };
  return { pages: most, ...counts, lost };
}

/** Done when every page went somewhere and none was rejected; a file without any document makes somebody look. */
export const stateOfFile = ({ rejected, lost }: PageAccount, documents: number): BatchState =>
  rejected > 0 || lost.length > 0 || documents === 0 ? 'doubtful' : 'done';

/** A batch is what its files are: reading while one is, doubtful when a person should look, failed when all failed. */
export function accountOf(
  batch: Pick<BatchAccount, 'id' | 'name' | 'receivedAt'>,
  files: readonly FileAccount[],
): BatchAccount {
  const sum = (count: (file: FileAccount) => number) => files.reduce((total, file) => total + count(file), 0);
  const failed = files.filter((file) => file.state === 'failed');
  return {
    ...batch,
    state: stateOf(files),
    pages: sum((file) => file.pages),
    filed: sum((file) => file.filed),
    separators: sum((file) => file.separators),
    blanks: sum((file) => file.blanks),
    rejected: sum((file) => file.rejected),
    documents: sum((file) => file.documents),
    failedFiles: failed.length,
    doubts: sum(({ doubts = 0 }) => doubts),
    unaccounted: sum(({ unaccounted = [] }) => unaccounted.length),
    reason: failed.length === files.length ? (failed[0]?.reason ?? null) : pauseOf(files),
  };
}

/** A batch stands still when a file of it does. */
const pauseOf = (files: readonly FileAccount[]) =>
  files.some(({ reason, state }) => reason === 'daily-cap' && state === 'reading') ? 'daily-cap' : null;

function stateOf(files: readonly FileAccount[]): BatchState {
  if (files.some((file) => file.state === 'reading')) return 'reading';
  if (files.every((file) => file.state === 'failed')) return 'failed';
  return files.every((file) => file.state === 'done') ? 'done' : 'doubtful';
}
