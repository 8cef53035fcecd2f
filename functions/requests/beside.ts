import { debtItems } from './ack-debt.ts';
import { followItems } from './followers.ts';
import type { Snapshot } from './items.ts';
import { procedureItems } from './procedure-index.ts';

/**
 * Lists kept in step with a snapshot, in its own transaction: revisions of procedures, acknowledgements owed, followers.
 * @param now epoch seconds
 */
export const besideItems = (before: Snapshot | null, next: Snapshot, now: number) => [
  ...procedureItems(before, next, now),
  ...debtItems(before, next, now),
  ...followItems(before, next, now),
];
