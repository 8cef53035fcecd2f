import type { BatchAccount, FileAccount } from '../documents/batches/accounts.ts';

/** A batch with its account of pages; `reason` is the first file's that failed. */
export const heldBatch = (batch: BatchAccount, files: readonly FileAccount[]) => ({
  id: batch.id,
  file: batch.name,
  state: batch.state,
  pages: batch.pages,
  filed: batch.filed,
  separators: batch.separators,
  blanks: batch.blanks,
  rejected: batch.rejected,
  reason: batch.reason ?? files.find(({ reason }) => reason)?.reason ?? undefined,
});
