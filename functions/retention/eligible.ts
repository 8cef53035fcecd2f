import type { Snapshot } from '../requests/items.ts';
import { isEnded, isSettled } from '../requests/request.ts';
import type { HeldReason, Slip } from './slip.ts';

/** Why a request of a slip stays after all, as it is now; null when it may go. */
export const staysBecause = async (
  reference: string,
  { cutoff, keep, procedure, department }: Pick<Slip, 'cutoff' | 'keep' | 'procedure' | 'department'>,
  snapshot: (reference: string) => Promise<Snapshot | null>,
): Promise<HeldReason | null> => {
  if (keep.some((one) => one.reference === reference)) return 'kept';
  const request = (await snapshot(reference))?.request;
  if (!request) return 'gone';
  if (request.erasedAt) return 'erased';
  if (!isEnded(request.state) || !request.closedAt) return 'reopened';
  if (request.procedure !== procedure || request.department !== department) return 'elsewhere';
  if (request.closedAt >= cutoff) return 'too-young';
  const appeals = await Promise.all(request.appeals.map((appeal) => snapshot(appeal.reference)));
  return appeals.some((appeal) => appeal && !isSettled(appeal.request.state)) ? 'appeal' : null;
};
