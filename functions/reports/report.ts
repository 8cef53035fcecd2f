import { isSettled, type Request } from '../requests/request.ts';
import type { Point } from './setting.ts';

/** What everybody may see of where a report stands. */
export const publicStates = ['reported', 'taken', 'resolved'] as const;
export type PublicState = (typeof publicStates)[number];
/** `pending` until its request is open; `ended` when it was withdrawn, set aside, or joined to another. */
export type State = PublicState | 'pending' | 'ended';

/** Something wrong in the street, beside the request that it became. Nothing that anybody typed. */
export type Report = {
  /** Said in public, and tells nothing of the reference. */
  id: string;
  reference: string;
  category: string;
  /** INSEE code. */
  commune: string;
  /** As it was given; in public to ten metres only. Null: said in words. */
  point: Point | null;
  state: State;
  /** When it came, instant. */
  at: string;
  /** Photos that an agent gave to everybody: keys in the bucket of documents. */
  photos: string[];
  version: number;
};

export const isPublic = (state: State): state is PublicState => publicStates.some((one) => one === state);
export const isOpen = (state: State): boolean => state === 'reported' || state === 'taken';

/** Where a report stands, by its request: taken once somebody is at it, resolved once it is answered. */
export function stateOf(request: Pick<Request, 'state' | 'agent' | 'answer' | 'lead'>): State {
  const { state, agent, answer, lead } = request;
  if (state === 'withdrawn') return 'ended';
  if (state === 'transferred') return 'taken';
  if (isSettled(state) && answer) return lead ? 'ended' : 'resolved';
  if (state === 'closed') return lead ? 'ended' : 'resolved';
  // Grouped under another, it is that one that everybody sees.
  if (lead) return 'ended';
  return agent || state !== 'new' ? (state === 'assigned' && !agent ? 'reported' : 'taken') : 'reported';
}
