import type { Objects } from '../../shared/objects.adapter.ts';
import { failureNote } from '../messages/fr.ts';
import type { FileAccount, PageAccount } from './accounts.ts';
import { accountPages, stateOfFile } from './accounts.ts';
import type { ScanFailure } from './batch.ts';
import type { BatchTable } from './batch-table.adapter.ts';
import type { PageTable, WorkPage } from './page-table.adapter.ts';

type Deps = {
  batches: BatchTable;
  pages: PageTable;
  objects: Objects;
  dropBucket: string;
  timeZone: string;
  /** The file no longer needs its turn among those that are read. */
  leaveTurn(fileId: string, now: string): Promise<void>;
  log(code: string, ids: Record<string, string | number>): void;
};
type Closing = { batchId: string; fileId: string; failure: ScanFailure | null; now: string };

/** A file that lost pages is gone through again so many times; after that a person looks. */
const mostRepairs = 2;

/**
 * Accounts for every page of a file, moves it in the drop to `done/` or `failed/` with the reason, counts its batch.
 * A file with lost pages stays open and is gone through again (`again`); when that does not help it is closed with the
 * pages named, as a task for a person.
 */
export async function closeFile(
  { batchId, fileId, failure, now }: Closing,
  deps: Deps,
): Promise<{ again: boolean }> {
  const file = await deps.batches.readFile(batchId, fileId);
  const pages = await deps.pages.listPages(fileId);
  const { lost, ...counts } = accountPages(pages, file.pages);
  await deps.leaveTurn(fileId, now);
  const repairs = file.repairs ?? 0;
  if (lost.length > 0 && !failure && repairs < mostRepairs) {
    deps.log('pages-lost', { fileId, pages: lost.length, repairs });
    await deps.batches.saveFile(batchId, { ...file, ...counts, repairs: repairs + 1 });
    return { again: true };
  }
  const documents = new Set(pages.flatMap(({ contactId }) => contactId ?? [])).size;
  // What was filed in part is not given back: dropped again, its letters would be filed twice.
  const isGivenBack = failure !== null && counts.filed === 0;
  await moveDropped(file, isGivenBack ? failure : null, now, deps);
  await deps.batches.saveFile(batchId, {
    ...file,
    ...counts,
    documents,
    doubts: 0,
    ...(isGivenBack
      ? { rejected: counts.rejected + lost.length, unaccounted: [], state: 'failed' }
      : {
          unaccounted: lost,
          state: stateOfFile(leftToSee({ ...counts, lost }, pages), documents || seen(pages)),
        }),
    reason: failure,
  });
  return { again: false };
}

/** What a clerk rejected has been looked at: nobody has to again. */
const leftToSee = (counts: PageAccount, pages: readonly WorkPage[]): PageAccount => ({
  ...counts,
  rejected:
    counts.rejected -
    pages.filter(({ state, asked }) => state === 'rejected' && asked?.as === 'rejected').length,
});
const seen = (pages: readonly WorkPage[]): number => pages.filter(({ asked }) => asked?.as).length;

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
