import type { BatchAccount, FileAccount } from '../documents/batches/accounts.ts';

/**
 * A batch with its account of pages: pages = filed + separators + blanks + rejected + waiting, and nothing waits in one that
 * is closed. `reason` is the first file's that failed, or why it stands still.
 */
export const heldBatch = (batch: BatchAccount, files: readonly FileAccount[]) => ({
  id: batch.id,
  file: batch.name,
  state: batch.state,
  pages: batch.pages,
  filed: batch.filed,
  separators: batch.separators,
  blanks: batch.blanks,
  rejected: batch.rejected,
  waiting: batch.pages - batch.filed - batch.separators - batch.blanks - batch.rejected,
  reason: batch.reason ?? files.find(({ reason }) => reason)?.reason ?? undefined,
});

/** What waits for a clerk in a batch: a file with doubtful places, and one whose pages do not add up. */
export const batchTasks = ({ id: batch }: BatchAccount, files: readonly FileAccount[]) =>
  files.flatMap(({ id, doubts = 0, unaccounted = [] }) => [
    ...(doubts > 0 ? [taskOf('doubt', batch, id, doubts)] : []),
    ...(unaccounted.length > 0 ? [taskOf('repair', batch, id, unaccounted.length)] : []),
  ]);

/** `count`: doubtful places, or pages of which nobody knows where they went. */
const taskOf = (kind: 'doubt' | 'repair', batch: string, file: string, count: number) => ({
  ...{ id: `${kind}-${file}`, kind, contact: undefined, requestReference: undefined },
  ...{ batch, file, count, department: null, due: null },
});
