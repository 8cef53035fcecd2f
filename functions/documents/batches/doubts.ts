import type { BatchAccount, FileAccount } from './accounts.ts';
import type { Doubt } from './deed-table.adapter.ts';

export type DoubtDeps = {
  listDoubts(limit: number): Promise<Doubt[]>;
  readBatch(id: string): Promise<{ batch: BatchAccount; files: FileAccount[] }>;
};
const mostDoubts = 20;

/** Files that wait for a clerk, with the names they were dropped under; the longest waiting first. */
export async function doubtsOf({ listDoubts, readBatch }: DoubtDeps) {
  const doubts = await listDoubts(mostDoubts);
  const ids = [...new Set(doubts.map(({ batchId }) => batchId))];
  const batches = new Map(await Promise.all(ids.map(async (id) => [id, await readBatch(id)] as const)));
  return doubts.map((doubt) => {
    const { batch, files } = batches.get(doubt.batchId) ?? {};
    const fileName = files?.find(({ id }) => id === doubt.fileId)?.name ?? '';
    return { ...doubt, batchName: batch?.name ?? fileName, fileName };
  });
}
