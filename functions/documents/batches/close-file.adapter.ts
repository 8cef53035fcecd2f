import type { Objects } from '../../shared/objects.adapter.ts';
import { failureNote } from '../messages/fr.ts';
import { sortOf } from '../splitting/sorting.ts';
import { countPages } from '../splitting/split.ts';
import type { FileAccount } from './accounts.ts';
import { stateOfFile } from './accounts.ts';
import type { ScanFailure } from './batch.ts';
import type { BatchTable } from './batch-table.adapter.ts';
import type { PageTable } from './page-table.adapter.ts';

type Deps = { batches: BatchTable; pages: PageTable; objects: Objects; dropBucket: string; timeZone: string };
type Closing = { batchId: string; fileId: string; failure: ScanFailure | null; now: string };

/** Accounts for every page of a file, moves it in the drop to `done/` or `failed/` with the reason, counts its batch. */
export async function closeFile({ batchId, fileId, failure, now }: Closing, deps: Deps): Promise<void> {
  const file = await deps.batches.readFile(batchId, fileId);
  const pages = await deps.pages.listPages(fileId);
  const counts = countPages(pages.map(sortOf));
  const documents = (await deps.pages.listPlans(fileId)).length;
  const rejected = counts.rejected + Math.max(0, file.pages - counts.pages);
  const total = { ...counts, pages: Math.max(file.pages, counts.pages), rejected };
  await moveDropped(file, failure, now, deps);
  const state = failure ? 'failed' : stateOfFile(total, documents);
  await deps.batches.saveFile(batchId, { ...file, ...total, documents, state, reason: failure });
}

async function moveDropped(
  file: FileAccount,
  failure: ScanFailure | null,
  now: string,
  { objects, dropBucket, timeZone }: Deps,
) {
  const from = { bucket: dropBucket, key: `scans/${file.path}` };
  const to = { bucket: dropBucket, key: `${failure ? 'failed' : 'done'}/${file.path}` };
  if (failure) {
    const note = failureNote(file.name, failure, now, timeZone);
    await objects.write({ ...to, key: `${to.key}.txt` }, note, 'text/plain; charset=utf-8');
  }
  await objects.copy({ ...from, versionId: file.dropVersionId }, to);
  // Only a mark that hides it: a newer file of the same name has a version, and an event, of its own.
  await objects.remove(from);
}
