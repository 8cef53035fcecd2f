import type { Snapshot } from './items.ts';
import type { RequestState } from './request.ts';

/**
 * Which undecided requests are on which revision of a procedure: one item a request, beside the requests themselves, so that
 * a revision finds its own without reading the others. Written when that changes, twice in the life of most requests.
 */
export type ProcedureItem = { pk: string; sk: string; openedAt: string; isOver?: true; expiresAt?: number };

const decided: readonly RequestState[] = ['decided', 'delivered', 'closed', 'withdrawn', 'transferred'];
export const procedureRevisionKey = (procedure: string, revision: number): string =>
  `PROC#${procedure}#${revision}`;
const keyOf = ({ request }: Snapshot): string | null => {
  const { procedure, procedureRevision, state } = request;
  if (!procedure || procedureRevision === null || decided.includes(state)) return null;
  return procedureRevisionKey(procedure, procedureRevision);
};

/**
 * Items to write with a snapshot. What no longer belongs is marked over and expires: functions that change requests may put
 * items, not delete them.
 * @param now epoch seconds
 */
export function procedureItems(before: Snapshot | null, next: Snapshot, now: number): ProcedureItem[] {
  const [left, joined] = [before && keyOf(before), keyOf(next)];
  if (left === joined) return [];
  const { reference: sk, openedAt } = next.request;
  return [
    ...(left ? [{ pk: left, sk, openedAt, isOver: true as const, expiresAt: now }] : []),
    ...(joined ? [{ pk: joined, sk, openedAt }] : []),
  ];
}
