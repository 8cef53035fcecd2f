import type { Hash } from '../requests/journal.ts';
import { type Anchor, type BrokenJournal, type StoredJournal, verifyJournal } from './verify-journal.ts';

export type VerifyDeps = {
  /** Heads in the order of their requests. @param after where the page before ended */
  page(after?: string): Promise<{ anchors: ({ reference: string } & Anchor)[]; next: string | null }>;
  anchorsOf(reference: string): Promise<readonly Anchor[]>;
  read(reference: string): Promise<Omit<StoredJournal, 'anchors'>>;
  hash: Hash;
  /** Whether there is time for another page. */
  hasTime(): boolean;
};
export type Verified = {
  checked: number;
  broken: BrokenJournal[];
  /** Where the next run goes on; null when the round is over and begins anew. */
  next: string | null;
};

/**
 * Goes through the journals by the heads that were anchored, so that a request which is gone whole is missed too. What is left
 * when the time is over is for the next run.
 */
export const verifyJournals = async (deps: VerifyDeps, from: string | null): Promise<Verified> => {
  const broken: BrokenJournal[] = [];
  let checked = 0;
  let next = from;
  let last: string | undefined;
  do {
    const page = await deps.page(next ?? undefined);
    for (const reference of new Set(page.anchors.map((anchor) => anchor.reference))) {
      // The page before ended among its heads: it was proved whole.
      if (reference === last) continue;
      const found = await deps.read(reference);
      const wrong = verifyJournal({ ...found, anchors: await deps.anchorsOf(reference) }, deps.hash);
      if (wrong) broken.push(wrong);
      checked += 1;
      last = reference;
    }
    next = page.next;
  } while (next && deps.hasTime());
  return { checked, broken, next };
};
