import type { PageCounts } from '../splitting/split.ts';
import type { Batch, BatchFile, BatchState } from './batch.ts';

/** A file of a batch with where its pages went; `path` is its place in the drop, under `scans/`. */
export type FileAccount = BatchFile &
  Omit<PageCounts, 'pages'> & { path: string; documents: number; receivedAt: string; dropVersionId: string };
export type BatchAccount = Omit<Batch, 'files'> & { documents: number; failedFiles: number };

/** Done when nothing was rejected; a file without any document makes somebody look. */
export const stateOfFile = (counts: PageCounts, documents: number): BatchState =>
  counts.rejected > 0 || documents === 0 ? 'doubtful' : 'done';

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
    reason: failed.length === files.length ? (failed[0]?.reason ?? null) : null,
  };
}

function stateOf(files: readonly FileAccount[]): BatchState {
  if (files.some((file) => file.state === 'reading')) return 'reading';
  if (files.every((file) => file.state === 'failed')) return 'failed';
  return files.every((file) => file.state === 'done') ? 'done' : 'doubtful';
}
