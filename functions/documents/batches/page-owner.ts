import type { PageOwner } from './agent-api.ts';
import type { BatchPage } from './batch.ts';

/** Who has a page in hand. `requestReference` is the request its document is in. */
export function ownerOf(
  { state, reason }: Pick<BatchPage, 'state' | 'reason'>,
  requestReference: string | null,
): PageOwner {
  if (state === 'separator' || state === 'blank') return 'nobody';
  // A rejected page is scanned again by whoever has the paper.
  if (state === 'doubtful' || state === 'rejected') return 'clerk';
  if (state === 'filed') return requestReference ? 'request' : 'qualification';
  return reason === 'daily-cap' ? 'tomorrow' : 'machine';
}
